import { beforeEach, describe, expect, it } from 'vitest';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { followExemption, followExemptionEnd } from '../../../../shared/exemptions/follow-exemption.ts';
import { createFollowExemptionStore } from '../../../../shared/exemptions/follow-store.ts';
import { exemptionKey, markerKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { overtaken } from '../../../builders/fakes/scripted-table.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { changeLinkGroup, cleanMarkers, coverBlock } from '../../../builders/worlds/link-work.ts';
import { createLinkWorld } from '../../../builders/worlds/link-world.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

const b0 = { shopId: 'shop', buyerId: 'b0' };

describe.each(usualEngines())('what follows an exemption on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const world = createLinkWorld(table);
  const follow = createFollowExemptionStore(table);
  const marker = () => readItem(table, markerKey('shop', 'b0'));

  /** A block of `b1` that covers `b0` as a linked account. */
  async function linkedBlock() {
    await changeLinkGroup(table, clock, { groupId: 'g', buyerIds: ['b0', 'b1'], revision: 1 });
    const { blockId } = (await shop.add('b1', { scope: 'linked_user_ids' })).body;
    const block = { shopId: 'shop', buyerId: 'b1', blockId: String(blockId), scope: 'linked_user_ids' } as const;
    await coverBlock(table, block);
    return block;
  }

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyers(table, 2, 'shop');
  });

  it('forgets a buyer who was erased while it was written, and nobody else', async () => {
    await shop.exempt('b0', { note: 'n' });
    await followExemption(follow, b0);
    expect(await readItem(table, exemptionKey('shop', 'b0'))).toMatchObject({ note: 'n' });
    // The erasure has begun, and has looked for exemptions before this one could be seen.
    await createProfileStore(table).erase('b0', noon);
    await followExemption(follow, b0);
    const { note, username, avatarUrl } = (await readItem(table, exemptionKey('shop', 'b0'))) ?? {};
    expect([note, username, avatarUrl]).toEqual([undefined, undefined, undefined]);
    await shop.endExemption('b0');
    await followExemption(follow, b0);
    expect(await readItem(table, exemptionKey('shop', 'b0'))).toBeUndefined();
  });

  it('takes an empty marker away, and none that names a block or an exemption', async () => {
    await linkedBlock();
    await shop.exempt('b0');
    await followExemptionEnd(follow, b0);
    expect(await marker()).toMatchObject({ exemption: {} });
    await shop.endExemption('b0');
    await followExemptionEnd(follow, b0);
    expect(await marker()).toHaveProperty('b#b1');
    expect(await world.denied('shop', ['b0'])).toEqual(['b0']);
  });

  it('takes no marker away that was made anew in between', async () => {
    await shop.exempt('b0');
    await shop.endExemption('b0');
    const anew = async () => {
      await followExemptionEnd(follow, b0);
      await linkedBlock();
    };
    await followExemptionEnd(createFollowExemptionStore(overtaken(table, anew)), b0);
    expect(await marker()).toHaveProperty('b#b1');
  });

  it('leaves the exemption on the marker when the last block that it names has ended', async () => {
    const block = await linkedBlock();
    await shop.exempt('b0');
    await shop.remove('b1');
    await cleanMarkers(table, block);
    expect(await marker()).not.toHaveProperty('b#b1');
    expect(await marker()).toHaveProperty('exemption');
  });
});
