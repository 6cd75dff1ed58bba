import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../../shared/block-list/rules.ts';
import { changeLinkGroup } from '../../../../shared/coverage/change-link-group.ts';
import type { CoverageDeps } from '../../../../shared/coverage/deps.ts';
import { workOnStep } from '../../../../shared/coverage/work-on-step.ts';
import { chunksOf } from '../../../../shared/kernel/chunks.ts';
import { rowsAPage } from '../../../../shared/link-groups/member-row-store.ts';
import { batchGet } from '../../../../shared/table/batch-get.ts';
import type { Table } from '../../../../shared/table/client.ts';
import { blockKey, buyerAttribute, markerKey } from '../../../../shared/table/keys.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { recordCalls } from '../../../builders/engines/recorded-calls.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildStepQueue, coverageDeps, coverBlock } from '../../../builders/worlds/link-work.ts';
import type { TestStepQueue } from '../../../builders/worlds/link-work.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';

/** As many as the deployed function has at once. */
const workers = 5;
const root = 'root';

interface Invocation {
  readonly calls: number;
  readonly milliseconds: number;
}

/** One link event that joins many accounts with a buyer whom many shops block: what each invocation does, and what is said meanwhile. */
export function describeManyDependents(size: { readonly shops: number; readonly accounts: number }) {
  describe(`a link event of ${size.accounts} accounts with blocks in ${size.shops} shops`, () => {
    const table = useTable('dynoxide', { stream: false });

    it('is followed in steps of a bounded size, and each block says how far it is', async () => {
      const shops = Array.from({ length: size.shops }, (_, index) => `shop-${index}`);
      const members = [root, ...buyersNamed('m', size.accounts - 1)];
      const seen = createObserver(table, shops, members);
      await blockEverywhere(table, shops);
      const queue = buildStepQueue();
      const began = performance.now();
      const event = await invoke(table, queue, (deps) =>
        changeLinkGroup(deps, { groupId: 'g', buyerIds: members, revision: 1 }),
      );
      await seen.look();
      expect([...seen.said]).toEqual([[`applying 1/${size.accounts}`, size.shops]]);

      const steps: Invocation[] = [];
      const work = async (): Promise<void> => {
        for (let step = queue.waiting.shift(); step; step = queue.waiting.shift()) {
          const present = step;
          steps.push(await invoke(table, queue, (deps) => workOnStep(deps, present)));
          if (steps.length % size.shops === 0) await seen.look();
          if (present.step === 'follow_group') await seen.holdToIt(present.block.shopId);
        }
      };
      await Promise.all(Array.from({ length: workers }, work));
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const longest = (of: keyof Invocation) => Math.max(...steps.map((step) => step[of])).toFixed(0);
      process.stdout.write(
        `link event: ${event.calls} calls, ${(event.milliseconds / 1000).toFixed(1)} s; then ${queue.sent.length} messages, ` +
          `the longest ${longest('calls')} calls, ${longest('milliseconds')} ms; all guarded, and said so, after ${seconds} s; ` +
          `said meanwhile: ${[...seen.said].map(([text, times]) => `${text} (${times})`).join(', ')}\n`,
      );

      expect(seen.saidTooEarly).toEqual([]);
      const whole = `complete ${size.accounts}/${size.accounts}`;
      expect(await seen.present()).toEqual(shops.map(() => whole));
      // Rows, root, four transactions that guard, and the block read and written, which is counted at the end.
      expect(Math.max(...steps.map(({ calls }) => calls))).toBeLessThanOrEqual(10);
      const pages = Math.floor(size.accounts / rowsAPage) + 1;
      expect(queue.sent.filter(({ step }) => step === 'follow_group')).toHaveLength(size.shops * pages);
      const some = chunksOf(members, 97).map(([first = root]) => first);
      for (const shop of shops) expect(await createLinkWorld(table).denied(shop, some)).toEqual(some);
    }, 3_600_000);
  });
}

async function blockEverywhere(table: Table, shops: readonly string[]): Promise<void> {
  const world = createLinkWorld(table);
  for (const shop of shops) {
    await world.openShop(shop);
    await coverBlock(table, await world.block(shop, root));
  }
}

/** What the blocks say, and whether it is so. */
function createObserver(table: Table, shops: readonly string[], members: readonly string[]) {
  const said = new Map<string, number>();
  const saidTooEarly: string[] = [];
  const read = async (some: readonly string[]): Promise<readonly string[]> => {
    const keys = some.map((shop) => blockKey(shop, root));
    const items = await batchGet(table, keys);
    return keys.map((key) => {
      const { state, guarded, total } = (items.get(key) ?? {})['coverage'] as Coverage;
      return `${state} ${guarded}/${total}`;
    });
  };
  return {
    said,
    saidTooEarly,
    present: () => read(shops),
    async look(): Promise<void> {
      for (const text of await read(shops)) said.set(text, (said.get(text) ?? 0) + 1);
    },
    /** A block that says that it is complete has an entry in every account's marker. */
    async holdToIt(shop: string): Promise<void> {
      const [text = ''] = await read([shop]);
      if (text.startsWith('applying')) return;
      const keys = members.map((member) => markerKey(shop, member));
      const markers = await batchGet(table, keys);
      if (keys.some((key) => markers.get(key)?.[buyerAttribute(root)] === undefined)) saidTooEarly.push(shop);
    },
  };
}

async function invoke(
  table: Table,
  queue: TestStepQueue,
  work: (deps: CoverageDeps) => Promise<unknown>,
): Promise<Invocation> {
  const recorded = recordCalls(table);
  const began = performance.now();
  await work(coverageDeps(recorded, queue, buildClock()));
  return { calls: recorded.calls.length, milliseconds: performance.now() - began };
}
