import { beforeEach, describe, expect, it } from 'vitest';
import type { NewsFrame } from '../../../../shared/contracts/http/live.ts';
import { busEvents } from '../../../../shared/events/inbound.ts';
import { liveEvents } from '../../../../shared/live/live-events.ts';
import type { FeedItem } from '../../../../shared/live/feed-rules.ts';
import type { News } from '../../../../shared/live/feed-store.ts';
import { toFrame } from '../../../../shared/live/publish-live.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { envelopeOf } from '../../../builders/items/event-examples.ts';
import { knowBuyer } from '../../../builders/items/known-buyer.ts';
import { createLiveBlocks } from '../../../builders/worlds/live-blocks.ts';
import type { ShownBlock } from '../../../builders/worlds/live-blocks.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { useTable } from '../../../builders/engines/table.ts';

const told = ['Buyer Blocked', 'Block Changed', 'Buyer Unblocked'];

/** As much of a block as frames tell. */
const toldOf = ({ blockId, revision, reason, expiresAt }: ShownBlock) => ({ blockId, revision, reason, expiresAt });

function ordersOf<One>(all: readonly One[]): readonly (readonly One[])[] {
  if (all.length === 0) return [[]];
  return all.flatMap((one, index) => ordersOf(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}

describe.each(usualEngines())('what happens to one buyer, told in any order, on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyer(table, 'b', 'shop');
  });

  const look = async (): Promise<ShownBlock | undefined> => {
    const { status, body } = await shop.get('b');
    return status === 200 ? (body as unknown as ShownBlock) : undefined;
  };
  /** The frames of what the shop did, as its events make them. */
  const framesOf = async (): Promise<readonly NewsFrame[]> => {
    const frames: NewsFrame[] = [];
    const publish = async (_shopId: string, { news }: FeedItem<News>) => {
      if (news) frames.push(toFrame(frames.length + 1, news));
    };
    const handle = busEvents(liveEvents(publish, async () => undefined));
    for (const { type, detail } of await eventsOf(table, 'shop', ...told))
      await handle(envelopeOf({ source: 'ssc', 'detail-type': String(type) }, detail), clock.now());
    return frames;
  };
  const stepOf = ({ data }: NewsFrame): string => `${String(data['change'])} ${String(data['revision'])}`;

  it('ends as it is, whenever the client looks', async () => {
    const states: (ShownBlock | undefined)[] = [];
    const steps = [
      () => shop.add('b', { duration: 'permanent' }),
      () => shop.extend('b', { reason: 'harassment' }),
      () => shop.remove('b'),
      () => shop.restore('b', states[0]?.blockId),
      () => shop.remove('b'),
      () => shop.add('b', { reason: 'reseller_abuse' }),
    ];
    for (const step of steps) {
      clock.advance(1);
      expect((await step()).status).toBeLessThan(300);
      states.push(await look());
    }
    const frames = await framesOf();
    expect(frames.map(stepOf)).toEqual([
      'blocked 1',
      'changed 2',
      'unblocked 3',
      'restored 4',
      'unblocked 5',
      'blocked 1',
    ]);

    for (const done of [3, 4, 5, 6]) {
      const truth = states[done - 1];
      const shown = truth === undefined ? [] : [toldOf(truth)];
      for (const order of ordersOf(frames.slice(0, done))) {
        // What a lookup answers is as new as what the client has heard of, at least; or as new as all of it.
        let heardOf = 0;
        const early = createLiveBlocks({ look: async () => states[heardOf] });
        const late = createLiveBlocks({ look: async () => truth });
        const loaded = createLiveBlocks({ loaded: truth ? [truth] : [], look: async () => truth });
        for (const frame of order) {
          heardOf = Math.max(heardOf, frames.indexOf(frame));
          for (const client of [early, late, loaded]) await client.apply(frame);
        }
        for (const client of [early, late, loaded])
          expect(client.shown().map(toldOf), order.map(stepOf).join()).toEqual(shown);
      }
    }
  });

  it('has one order, whoever changes it at once', async () => {
    await shop.add('b');
    const reasons = ['harassment', 'abusive_review', 'suspected_fraud'];
    await Promise.all(reasons.map((reason) => shop.extend('b', { reason })));
    const frames = await framesOf();
    expect(frames.map(({ data }) => data['revision']).toSorted()).toEqual([1, 2, 3, 4]);
    const last = frames.find(({ data }) => data['revision'] === 4);
    expect(await look()).toMatchObject({ revision: 4, reason: last?.data['reason'] });
  });
});
