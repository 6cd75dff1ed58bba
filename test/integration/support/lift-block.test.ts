import { beforeEach, describe, expect, it } from 'vitest';
import { eraseBuyer } from '../../../shared/buyers/erase-buyer.ts';
import { createProfileStore } from '../../../shared/buyers/profile-store.ts';
import { changeLinkGroup } from '../../../shared/links/change-link-group.ts';
import { cleanMarkers } from '../../../shared/links/clean-markers.ts';
import { coverBlock } from '../../../shared/links/cover-block.ts';
import { createLinkStore } from '../../../shared/links/store.ts';
import { buildClock, noon } from '../../builders/clock.ts';
import { engines } from '../../builders/engines.ts';
import { interceptTable } from '../../builders/intercepted-table.ts';
import { knowBuyer } from '../../builders/known-buyer.ts';
import { createLinkWorld } from '../../builders/link-world.ts';
import { scanPrefix } from '../../builders/partitions.ts';
import { buildApis } from '../../builders/seller-api.ts';
import { buildSupportApi } from '../../builders/support-apis.ts';
import { useTable } from '../../builders/table.ts';

describe.each(engines())('lifting a block on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const support = buildSupportApi(table, clock);
  const links = createLinkStore(table);
  const gate = createLinkWorld(table);
  const open = async (...shops: readonly string[]) => {
    for (const shop of shops) await ops.set(shop);
  };
  /** Links accounts, and makes of a block what follows behind its event. */
  const link = (...buyerIds: readonly string[]) =>
    changeLinkGroup(links, clock, { groupId: 'one-person', buyerIds: [...buyerIds], revision: 1 });
  const blockLinked = async (shop: string, root: string) => {
    const { body } = await seller(shop).add(root, { scope: 'linked_user_ids', note: 'about the root' });
    const block = { shopId: shop, buyerId: root, blockId: String(body['blockId']), scope: 'linked_user_ids' } as const;
    await coverBlock(links, block);
    return block;
  };

  beforeEach(() => {
    clock.time = noon;
  });

  it('lifts a block with agent and reason: the gate allows, the place is free, the seller sees who and why', async () => {
    await open('s1');
    await knowBuyer(table, 'b', 's1');
    const { body } = await seller('s1').add('b');
    expect(await support.lift('s1', 'b', { reason: 'it was her brother' })).toMatchObject({ status: 204 });
    expect(await gate.denied('s1', ['b'])).toEqual([]);
    expect((await seller('s1').access()).body).toMatchObject({ blocks: { used: 0 }, newBlocksToday: { used: 1 } });
    expect(await support.activity('s1')).toMatchObject([
      {
        type: 'Buyer Unblocked',
        actor: { kind: 'support' },
        details: { buyerId: 'b', blockId: body['blockId'], agent: 'agent-7', supportReason: 'it was her brother' },
      },
      { type: 'Buyer Blocked' },
      { type: 'Access Granted' },
    ]);
    expect(await support.lift('s1', 'b')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('keeps the words of the reason off the activity’s items and off the bus', async () => {
    await open('s1');
    await knowBuyer(table, 'b', 's1');
    await seller('s1').add('b');
    await support.lift('s1', 'b', { reason: 'canary words' });
    const items = await scanPrefix(table, '');
    const holders = items.filter((item) => JSON.stringify(item).includes('canary words'));
    expect(holders.map(({ pk }) => pk)).toEqual(['LIFTED#b']);
    expect(items.find(({ type }) => type === 'Buyer Unblocked')).toMatchObject({
      actor: { kind: 'support', id: 'agent-7' },
      detail: { reason: 'order_abuse', agent: 'agent-7' },
    });
  });

  it('lifts whatever the shop’s access, and a granting again does not bring it back', async () => {
    await open('s1');
    await knowBuyer(table, 'b', 's1');
    await seller('s1').add('b');
    await ops.set('s1', { state: 'terminated' });
    expect(await support.lift('s1', 'b')).toMatchObject({ status: 204 });
    await open('s1');
    expect(await gate.denied('s1', ['b'])).toEqual([]);
    expect(await support.activity('s1')).toContainEqual(expect.objectContaining({ type: 'Buyer Unblocked' }));
  });

  it('lifts the block of a linked account by its ID alone, for all whom it covers', async () => {
    await open('s1');
    await knowBuyer(table, 'root', 's1');
    await link('root', 'linked');
    const block = await blockLinked('s1', 'root');
    const { blockId } = block;
    expect(await gate.denied('s1', ['root', 'linked'])).toEqual(['root', 'linked']);
    expect(await support.lift('s1', 'linked')).toMatchObject({ status: 404 });
    expect(await support.lift('s1', 'stranger', { blockId })).toMatchObject({ status: 404 });
    expect(await support.lift('s2', 'linked', { blockId })).toMatchObject({ status: 404 });
    expect(await support.lift('s1', 'linked', { blockId, reason: 'not the person of linked' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'reason' }] },
    });
    expect(await support.lift('s1', 'linked', { blockId })).toMatchObject({ status: 204 });
    await cleanMarkers(links, block);
    expect(await gate.denied('s1', ['root', 'linked'])).toEqual([]);
    const activity = JSON.stringify(await support.activity('s1'));
    expect(activity).toContain('"buyerId":"root"');
    expect(activity).not.toContain('linked"');
  });

  it('lifts the block that it named and no later one', async () => {
    await open('s1');
    await knowBuyer(table, 'b', 's1');
    const { body } = await seller('s1').add('b');
    await seller('s1').remove('b');
    await seller('s1').add('b');
    expect(await support.lift('s1', 'b', { blockId: body['blockId'] })).toMatchObject({ status: 404 });
    expect(await gate.denied('s1', ['b'])).toEqual(['b']);
  });

  it('lifts a block that its seller extends in that moment', async () => {
    await open('s1');
    await knowBuyer(table, 'b', 's1');
    await seller('s1').add('b');
    let crossed = false;
    const busy = interceptTable(table, async (command, perform) => {
      if (command === 'TransactWriteCommand' && !crossed) {
        crossed = true;
        await seller('s1').extend('b', { duration: 'permanent' });
      }
      return perform();
    });
    expect(await buildSupportApi(busy, clock).lift('s1', 'b')).toMatchObject({ status: 204 });
    expect(await gate.denied('s1', ['b'])).toEqual([]);
  });

  it('is one of two that end a block at once', async () => {
    await open('s1');
    await knowBuyer(table, 'b', 's1');
    await seller('s1').add('b');
    const answers = await Promise.all([support.lift('s1', 'b'), seller('s1').remove('b')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
    const events = await scanPrefix(table, 'ACTIVITY#');
    expect(events.filter(({ type }) => type === 'Buyer Unblocked')).toHaveLength(1);
  });

  it('tells what is wrong with a lift', async () => {
    for (const [body, path] of [
      [{ agent: 'Ada Lovelace' }, 'agent'],
      [{ agent: 'a'.repeat(65) }, 'agent'],
      [{ reason: '' }, 'reason'],
      [{ reason: 'x'.repeat(501) }, 'reason'],
      [{ blockId: '' }, 'blockId'],
      [{ note: 'more' }, 'note'],
    ] as const) {
      expect(await support.lift('s1', 'b', body)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    }
  });

  describe('when the buyer is erased', () => {
    const erase = () =>
      eraseBuyer({ store: createProfileStore(table), clock })({ version: 1, eventId: 'e', buyerId: 'b' });
    const reasons = async () => (await scanPrefix(table, 'LIFTED#')).map(({ reason }) => reason);
    beforeEach(async () => {
      await open('s1', 's2');
      await knowBuyer(table, 'b', 's1', 's2');
      await seller('s1').add('b');
      await seller('s2').add('b');
    });

    it('forgets the reasons, and keeps that the blocks were lifted', async () => {
      await support.lift('s1', 'b');
      await support.lift('s2', 'b');
      expect(await reasons()).toHaveLength(2);
      await erase();
      await erase();
      expect(await reasons()).toEqual([]);
      const [lifted] = await support.activity('s1');
      expect(lifted).toMatchObject({ type: 'Buyer Unblocked', details: { agent: 'agent-7' } });
      expect(lifted?.['details']).not.toHaveProperty('supportReason');
    });

    it('keeps no reason that comes afterwards, but lifts', async () => {
      await erase();
      expect(await support.lift('s1', 'b')).toMatchObject({ status: 204 });
      expect(await reasons()).toEqual([]);
      expect(await gate.denied('s1', ['b'])).toEqual([]);
    });

    it.each(['before', 'after'])('keeps no reason of a lift that the erasure crosses, %s its write', async (when) => {
      let crossed = false;
      const busy = interceptTable(table, async (command, perform) => {
        if (command !== 'TransactWriteCommand' || crossed) return perform();
        crossed = true;
        if (when === 'before') await erase();
        const reply = await perform();
        // Its look for reasons came too early, as when it could not see this one yet.
        if (when === 'after') await createProfileStore(table).erase('b', noon);
        return reply;
      });
      expect(await buildSupportApi(busy, clock).lift('s1', 'b')).toMatchObject({ status: 204 });
      expect(await reasons()).toEqual([]);
    });
  });
});
