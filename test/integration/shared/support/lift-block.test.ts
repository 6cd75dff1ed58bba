import { beforeEach, describe, expect, it } from 'vitest';
import { eraseBuyer } from '../../../../shared/buyers/erase-buyer.ts';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { cleanMarkers } from '../../../builders/worlds/link-work.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { knowBuyer } from '../../../builders/items/known-buyer.ts';
import { createLinkWorld } from '../../../builders/worlds/link-world.ts';
import { scanPrefix } from '../../../builders/items/partitions.ts';
import { buildSupportApi } from '../../../builders/worlds/support-apis.ts';
import { buildSupportWorld } from '../../../builders/worlds/support-world.ts';
import { useTable } from '../../../builders/engines/table.ts';

describe.each(usualEngines())('lifting a block on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops, support, open, link, blockLinked } = buildSupportWorld(table, clock);
  const gate = createLinkWorld(table);

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

  it('takes agent and reason from the query, where a proxy dropped the body', async () => {
    await open('s1');
    await knowBuyer(table, 'b', 's1');
    await seller('s1').add('b');
    const query = { agent: 'agent-9', reason: 'ü & +' };
    expect(await support.liftByQuery('s1', 'b', query)).toMatchObject({ status: 204 });
    const [lifted] = await support.activity('s1');
    expect(lifted).toMatchObject({ details: { agent: 'agent-9', supportReason: 'ü & +' } });
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
    await cleanMarkers(table, block);
    expect(await gate.denied('s1', ['root', 'linked'])).toEqual([]);
    const activity = JSON.stringify(await support.activity('s1'));
    expect(activity).toContain('"buyerId":"root"');
    expect(activity).not.toContain('linked"');
  });

  it('names no linked account to the shop, be it the buyer’s who asked or not', async () => {
    await open('s1');
    await knowBuyer(table, 'root', 's1');
    await link('root', '1', 'w1', 'agent-9', '7021444');
    await seller('s1').add('root');
    const message = 'is shown to the shop, and names an account that it may not learn of: leave that ID out';
    for (const [body, ...paths] of [
      [{ reason: 'buyer w1 complained' }, 'reason'],
      [{ reason: 'of root, or (w1)' }, 'reason'],
      [{ reason: '--w1--' }, 'reason'],
      [{ reason: 'she is number 1.' }, 'reason'],
      [{ reason: 'it was ID_7021444 in truth' }, 'reason'],
      [{ reason: 'it was 7 0 2 1 4 4 4 in truth' }, 'reason'],
      [{ reason: 'it was buyer-７０２１４４４' }, 'reason'],
      [{ agent: 'agent-9' }, 'agent'],
      [{ agent: 'w1', reason: 'for w1' }, 'agent', 'reason'],
    ] as const) {
      const errors = paths.map((path) => ({ path, message }));
      expect(await support.lift('s1', 'root', body), JSON.stringify(body)).toMatchObject({
        status: 400,
        body: { errors },
      });
    }
    const { body } = await seller('s1').get('root');
    expect(await support.lift('s1', '1', { blockId: body['blockId'] })).toMatchObject({ status: 404 });
    // Neither whole words, nor linked: 1 in 10, w1 in W1 and w10, the root itself, and somebody else.
    const reason = 'root was right after 10 days, W1 and w10 and stranger too';
    expect(await support.lift('s1', 'root', { reason })).toMatchObject({ status: 204 });
  });

  it('names nobody for a block of a linked account, which a short ID does not prevent', async () => {
    await open('s1');
    await knowBuyer(table, 'root', 's1');
    await link('root', '1', 'w1');
    const { blockId } = await blockLinked('s1', 'root');
    for (const reason of ['1 asked', 'w1 asked'])
      expect(await support.lift('s1', '1', { blockId, reason })).toMatchObject({ status: 400 });
    expect(await support.lift('s1', '1', { blockId, reason: 'after 10 days' })).toMatchObject({ status: 204 });
  });

  it('says that a block of a linked account takes its ID', async () => {
    await open('s1');
    await knowBuyer(table, 'root', 's1');
    await link('root', 'linked');
    await blockLinked('s1', 'root');
    expect(await support.blocks('linked')).toMatchObject({ body: { items: [{ via: 'linked' }] } });
    const { status, body } = await support.lift('s1', 'linked');
    expect([status, body['code']]).toEqual([404, 'not_found']);
    expect(body['detail']).toMatch(/as a linked account is lifted by its blockId/);
    expect((await support.lift('s1', 'linked', { blockId: 'none' })).body['detail']).not.toMatch(/blockId/);
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
      [{ reason: '   ' }, 'reason'],
      [{ reason: 'a\ud800' }, 'reason'],
      [{ reason: 'a\u0000' }, 'reason'],
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
