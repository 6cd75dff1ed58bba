import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followOrder } from '../../../shared/alerts/ingest/follow-order.ts';
import { raiseAlert } from '../../../shared/alerts/ingest/raise-alert.ts';
import { refuseAction } from '../../../shared/alerts/ingest/refuse-action.ts';
import { withdrawFlag } from '../../../shared/alerts/ingest/withdraw-flag.ts';
import { platformScope } from '../../../shared/access/scope.ts';
import { meetDeadline } from '../../../shared/deadlines/meet-deadline.ts';
import { toTimestamp } from '../../../shared/kernel/clock.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { buildAlertApis, orderAlert, totalsOfShop } from '../../builders/worlds/alert-apis.ts';
import { buildIngestDeps } from '../../builders/worlds/ingest-deps.ts';
import { buildClock, noon } from '../../builders/fakes/clock.ts';
import type { TestClock } from '../../builders/fakes/clock.ts';
import { usualEngines } from '../../builders/engines/engines.ts';
import { eventsOf } from '../../builders/items/shop-events.ts';
import { accessItem } from '../../builders/items/stored-items.ts';
import { putItems } from '../../builders/items/table-items.ts';
import { useTable } from '../../builders/engines/table.ts';
import type { Table } from '../../../shared/table/client.ts';
import { AlertModel } from './alert-model.ts';
import type { Action } from './alert-model.ts';

const minute = 60_000;
const plain = (type: 'withdraw' | 'cancel' | 'dismiss' | 'refuse' | 'refuse_again' | 'tick') => fc.constant({ type });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: plain('cancel') },
  { weight: 3, arbitrary: plain('refuse') },
  { weight: 3, arbitrary: plain('tick') },
  { weight: 2, arbitrary: plain('withdraw') },
  { weight: 1, arbitrary: plain('refuse_again') },
  { weight: 1, arbitrary: plain('dismiss') },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('flag' as const),
      answerWithin: fc.constantFrom(undefined, 5 * minute, 60 * minute, 600 * minute),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('order' as const),
      status: fc.constantFrom('ON_HOLD' as const, 'ON_HOLD' as const, 'IN_TRANSIT' as const, 'CANCELLED' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(1000, 4 * minute, 15 * minute, 60 * minute),
    }),
  },
);

/** The marketplace's consumers and the schedules, on one order of a shop. */
function buildPlatform(table: Table, clock: TestClock, shopId: string) {
  const deps = buildIngestDeps(table, clock);
  const { alertId, subject, buyerId } = orderAlert(shopId, 'o1');
  const orders = followOrder(deps);
  const refuse = refuseAction(deps, 'test');
  const base = () => ({ version: 1, eventId: newUlid(), shopId }) as const;
  let lastRefusal: readonly [string, number] = ['never', 0];
  return {
    flag(answerWithin: number | undefined) {
      const { now } = { now: clock.time };
      return raiseAlert(deps, platformScope(shopId, 'test'), {
        kind: 'security_alert_order',
        subject,
        orderId: 'o1',
        buyerId,
        reasons: ['high_cancellation_rate'],
        flaggedAt: now,
        ...(answerWithin === undefined ? {} : { respondBy: now + answerWithin }),
      });
    },
    withdraw: () =>
      withdrawFlag(deps)(
        { ...base(), subject: { type: 'order', id: 'o1' }, withdrawnAt: toTimestamp(clock.time) },
        { time: clock.time, sentAt: clock.time },
      ),
    order: (status: 'ON_HOLD' | 'IN_TRANSIT' | 'CANCELLED') =>
      orders({
        ...base(),
        orderId: 'o1',
        buyerId,
        status,
        createdAt: toTimestamp(noon),
        updatedAt: toTimestamp(clock.time),
      }),
    /** The order service answers what it was asked; the bus may deliver that once more, much later. */
    refuse(again: boolean) {
      if (!again) lastRefusal = [newUlid(), Math.floor(clock.time / 1000) * 1000];
      const [eventId, time] = lastRefusal;
      return refuse(
        { shopId, eventId, reason: 'packed already' },
        { time, sentAt: clock.time },
        { type: 'order', id: 'o1' },
      );
    },
    tick: () => meetDeadline(deps)({ version: 1, shopId, alertId, due: toTimestamp(clock.time) }),
  };
}

describe.each(usualEngines())('an alert and its waiver on %s', (engine) => {
  const table = useTable(engine);

  it('do what the model of the design does, whatever happens to them', async () => {
    let shops = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 25 }), async (actions) => {
        const shopId = `shop-${++shops}`;
        const clock = buildClock(noon);
        const platform = buildPlatform(table, clock, shopId);
        const apis = buildAlertApis(table, clock);
        const [seller, model] = [apis.seller(shopId), new AlertModel(noon, 60 * minute)];
        const { alertId } = orderAlert(shopId, 'o1');
        await putItems(table, accessItem(shopId));
        await platform.order('ON_HOLD');
        await platform.flag(60 * minute);

        for (const next of actions) {
          if (next.type === 'refuse' && !model.isAsked()) continue;
          const expected = model.act(next);
          clock.time = model.now;
          expect(await perform(next), JSON.stringify(next)).toBe(expected);
          const { body } = await seller.get(alertId);
          expect(body['status'], JSON.stringify(next)).toBe(model.status);
          expect((body['waiver'] as { status: string } | undefined)?.status).toBe(model.waiver);
        }
        const waits = model.status === 'open' || model.status === 'action_requested';
        expect(await totalsOfShop(table, shopId)).toEqual({
          ...(waits ? { [`${model.status}#security_alert_order`]: 1 } : {}),
          ...(model.waiver ? { [`waivers#${model.waiver}`]: 1 } : {}),
        });
        expect(await eventsOf(table, shopId, 'Order Cancellation Requested')).toHaveLength(model.requests);
        expect(await eventsOf(table, shopId, 'Penalty Waived')).toHaveLength(model.waiver === 'granted' ? 1 : 0);
        const check = await apis.checkWaiver({ shopId, subjectType: 'order', subjectId: 'o1' });
        expect(check.body).toMatchObject({ status: model.waiver ?? 'none', waived: model.waiver === 'granted' });
        expect((await seller.waivers()).body['items']).toHaveLength(model.waiver ? 1 : 0);

        async function perform(one: Action): Promise<string> {
          if (one.type === 'cancel' || one.type === 'dismiss') {
            const answer = await (one.type === 'cancel'
              ? seller.cancel(alertId)
              : seller.dismiss(alertId, { verdict: 'accepted_risk' }));
            return String(answer.body['code'] ?? answer.status);
          }
          if (one.type === 'flag') await platform.flag(one.answerWithin);
          else if (one.type === 'order') await platform.order(one.status);
          else if (one.type === 'refuse' || one.type === 'refuse_again') await platform.refuse(one.type !== 'refuse');
          else if (one.type !== 'wait') await platform[one.type]();
          return 'done';
        }
      }),
      { numRuns: engine === 'dynoxide' ? 40 : 10 },
    );
  });
});
