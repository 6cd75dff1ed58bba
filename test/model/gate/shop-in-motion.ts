import type { DeadlineReader, WireItem } from '../../../shared/gate/store.ts';
import type { Item } from '../../../shared/table/batch-get.ts';
import { accessKey, blockKey, keyText, markerKey } from '../../../shared/table/keys.ts';
import type { Key } from '../../../shared/table/keys.ts';
import { noon } from '../../builders/fakes/clock.ts';
import { toWire } from '../../builders/fakes/fake-gate.ts';

export const shop = 's';
/** The root of every block, and an account that is linked to it. */
export const buyers = ['root', 'linked'] as const;
export type Buyer = (typeof buyers)[number];
export type Change =
  | 'block'
  | 'block, linked'
  | 'unblock'
  | 'guard'
  | 'leave'
  | 'clean'
  | 'exempt'
  | 'end exemption'
  | 'terminate'
  | 'grant';

/** What bears on one buyer's decision at one instant. */
interface Facts {
  readonly active: boolean;
  /** The live block that the buyer's marker names and that covers them. */
  readonly stoppedBy: string | undefined;
}

/** One shop as its transactions change it, each in one step. `step` says when a reader gets to each of its items. */
export class ShopInMotion {
  readonly #items = new Map<string, Item>();
  #blocks = 0;

  constructor() {
    this.apply('grant');
  }

  apply(change: Change): void {
    const block = this.#get(blockKey(shop, 'root'));
    switch (change) {
      case 'block':
      case 'block, linked': {
        if (block) return;
        const entry = { blockId: `block-${++this.#blocks}`, expiresAt: noon + 1000 };
        const scope = change === 'block' ? 'user_id_only' : 'linked_user_ids';
        this.#put(blockKey(shop, 'root'), { ...entry, scope });
        return this.#put(markerKey(shop, 'root'), { 'b#root': entry });
      }
      case 'unblock':
        return void this.#items.delete(keyText(blockKey(shop, 'root')));
      case 'guard': {
        const { blockId, expiresAt, scope } = block ?? {};
        if (scope === 'linked_user_ids') this.#mark({ 'b#root': { blockId, expiresAt } });
        return;
      }
      case 'leave':
        return this.#mark({ 'b#root': undefined });
      case 'exempt':
        return this.#mark({ exemption: { exemptionId: 'exemption-1' } });
      case 'end exemption':
        return this.#mark({ exemption: undefined });
      case 'clean':
        for (const buyer of buyers) {
          const entry = this.#get(markerKey(shop, buyer))?.['b#root'] as { blockId: string } | undefined;
          if (!entry || entry.blockId === block?.['blockId']) continue;
          if (buyer === 'linked') this.#mark({ 'b#root': undefined });
          else this.#items.delete(keyText(markerKey(shop, buyer)));
        }
        return;
      case 'terminate':
      case 'grant':
        return this.#put(accessKey(shop), { access: { state: change === 'grant' ? 'active' : 'terminated' } });
    }
  }

  facts(buyer: Buyer): Facts {
    const block = this.#get(blockKey(shop, 'root'));
    const marker = this.#get(markerKey(shop, buyer));
    const entry = marker?.['b#root'] as { blockId: string } | undefined;
    const covers = buyer === 'root' || (block?.['scope'] === 'linked_user_ids' && marker?.['exemption'] === undefined);
    const access = this.#get(accessKey(shop))?.['access'] as { state: string };
    return {
      active: access.state === 'active',
      stoppedBy: block && covers && entry?.blockId === block['blockId'] ? entry?.blockId : undefined,
    };
  }

  /** Gets the items of a request one after the other, in an order that `pick` chooses. */
  reader(step: () => void, pick: (among: number) => number): DeadlineReader {
    return {
      read: (keys) => {
        const left = [...new Set(keys.map(keyText))];
        const found = new Map<string, WireItem | null>();
        while (left.length > 0) {
          step();
          const [name = ''] = left.splice(pick(left.length), 1);
          found.set(name, toWire(this.#items.get(name)));
        }
        step();
        return Promise.resolve(found);
      },
    };
  }

  /** Changes the linked account's marker; without an entry and an exemption it is gone. */
  #mark(change: Item): void {
    const { pk: _pk, sk: _sk, ...before } = this.#get(markerKey(shop, 'linked')) ?? {};
    const after = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
    if (after.length === 0) this.#items.delete(keyText(markerKey(shop, 'linked')));
    else this.#put(markerKey(shop, 'linked'), Object.fromEntries(after));
  }

  #get(key: Key): Item | undefined {
    return this.#items.get(keyText(key));
  }

  #put(key: Key, item: Item): void {
    this.#items.set(keyText(key), { ...key, ...item });
  }
}
