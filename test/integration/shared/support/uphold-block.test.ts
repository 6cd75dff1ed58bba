import { beforeEach, describe, expect, it } from 'vitest';
import { blockUpheld } from '../../../../shared/contracts/events/block-upheld.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { knowBuyer } from '../../../builders/items/known-buyer.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { buildSupportApi } from '../../../builders/worlds/support-apis.ts';

describe.each(usualEngines())('a block that support upholds on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const support = buildSupportApi(table, clock);
  const upheld = async () => eventsOf(table, 's', 'Block Upheld');
  beforeEach(async () => {
    clock.time = noon;
    await ops.set('s');
    await knowBuyer(table, 'a', 's');
    await seller('s').add('a');
  });

  it('stays as it is, and the shop sees who looked at it', async () => {
    const before = (await seller('s').get('a')).body;
    expect(await support.uphold('s', 'a')).toMatchObject({ status: 204 });
    expect((await seller('s').get('a')).body).toEqual(before);
    const [event] = await upheld();
    expect(blockUpheld.detail.parse(event?.['detail'])).toMatchObject({
      buyerId: 'a',
      blockId: before['blockId'],
      revision: 1,
      agent: 'agent-7',
    });
    expect((await support.activity('s'))[0]).toMatchObject({
      type: 'Block Upheld',
      actor: { kind: 'support' },
      details: { buyerId: 'a', agent: 'agent-7' },
    });
  });

  it('is told once, however often and at once it is asked', async () => {
    const answers = await Promise.all([support.uphold('s', 'a'), support.uphold('s', 'a')]);
    answers.push(await support.uphold('s', 'a'));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect((await upheld()).length).toBe(1);
  });

  it.each([
    ['there is none', 'b', {}],
    ['the named one is another', 'a', { blockId: 'other' }],
  ])('is not found where %s', async (_, buyerId, body) => {
    expect(await support.uphold('s', buyerId, body)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await upheld()).toEqual([]);
  });

  it('is not found once it was removed, and needs an agent', async () => {
    expect((await support.uphold('s', 'a', { agent: '' })).status).toBe(400);
    await seller('s').remove('a');
    expect((await support.uphold('s', 'a')).status).toBe(404);
  });
});
