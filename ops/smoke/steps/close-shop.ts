import { listWaivers } from '../../../shared/contracts/http/waivers.ts';
import { readDashboard } from '../../../shared/contracts/http/dashboard.ts';
import { listActivity } from '../../../shared/contracts/http/activity.ts';
import { listCoveringBlocks } from '../../../shared/contracts/http/support.ts';
import { expectStatus } from '../canary.ts';
import { orderOf, refundOf, rootOf } from '../canary-ids.ts';
import { NotYet } from '../failure.ts';
import { expectDecision } from '../gate.ts';
import { endTurn } from '../lease.ts';
import type { Step } from '../step.ts';
import { untilAlert } from './answer-alerts.ts';
import { blockRoot } from './block-buyer.ts';

/** What sellers read afterwards, and the end of the access. */
export const closeShop: readonly Step[] = [
  {
    name: 'waivers, activity and dashboard show what happened',
    functions: ['waivers-api', 'activity-api', 'dashboard-api'],
    async run(canary) {
      const waivers = expectStatus(canary, await canary.seller('GET', 'waivers?limit=50'), 200, 'listing waivers');
      const ids = listWaivers.reply.parse(waivers.body).items.map(({ subjectId }) => subjectId);
      for (const id of [orderOf(canary, 'cancelled'), refundOf(canary)])
        if (!ids.includes(id)) throw canary.fail(`the list of waivers lacks ${id}`, ['waivers-api']);
      const activity = expectStatus(canary, await canary.seller('GET', 'activity?limit=100'), 200, 'listing activity');
      const types = listActivity.reply.parse(activity.body).items.map(({ type }) => type);
      for (const type of ['Access Granted', 'Buyer Blocked', 'Buyer Unblocked', 'Order Stopped'])
        if (!types.includes(type)) throw canary.fail(`the activity lacks "${type}"`, ['activity-api']);
      const dashboard = expectStatus(canary, await canary.seller('GET', 'dashboard?days=2'), 200, 'the dashboard');
      if (readDashboard.reply.parse(dashboard.body).totals.ordersStopped.total === 0)
        throw canary.fail('the dashboard counts no stopped order', ['dashboard-api', 'stopped-order-consumer']);
    },
  },
  {
    name: 'the shop is told of its alerts by mail',
    functions: ['notice-consumer', 'digest-sender'],
    async run(canary) {
      const { alertId } = await untilAlert(canary, { type: 'orders', id: orderOf(canary, 'dismissed') }, 'open');
      const digest = await canary.until('the alert to be in a digest (notice-consumer)', async () => {
        const [notice] = await canary.rows(`NOTICE#${canary.shopId}#${alertId}.raised`);
        return notice ? String(notice['digest']) : new NotYet('there is no notice');
      });
      // A digest is called after the instant when it is due.
      const dueSeconds = Math.max(0, Math.ceil((Number(digest) - Date.now()) / 1000));
      await canary.until(
        `the digest to be sent (digest-sender), due at ${new Date(Number(digest)).toISOString()}`,
        async () => {
          const [row] = await canary.rows(`DIGEST#${canary.shopId}#${digest}`);
          const status = row?.['status'];
          if (status === 'failed' || status === 'skipped')
            throw canary.fail(`the digest was ${status}: ${String(row?.['failure'])}`);
          return status === 'sent' ? status : new NotYet(`it is ${String(status ?? 'not there')}`);
        },
        dueSeconds + canary.waitSeconds,
      );
      const dismissed = await canary.seller('POST', `alerts/${alertId}/dismiss`, { verdict: 'false_positive' });
      expectStatus(canary, dismissed, 200, 'dismissing the alert');
    },
  },
  {
    name: 'every event of the shop is on the bus',
    functions: ['outbox-publisher'],
    async run(canary) {
      await canary.until('every event to be published', async () => {
        const waiting = (await canary.rows(`ACTIVITY#${canary.shopId}`)).filter(
          ({ outboxPk }) => outboxPk !== undefined,
        );
        return waiting.length === 0 ? true : new NotYet(`${waiting.length} wait, e.g. ${String(waiting[0]?.['type'])}`);
      });
    },
  },
  {
    name: 'the end of the access frees every buyer, and ends what was open',
    functions: ['admin-api', 'gate', 'live-publisher', 'access-notice-consumer'],
    async run(canary, memory) {
      const { buyerId } = rootOf(canary);
      await blockRoot(canary, 'user_id_only');
      await expectDecision(canary, buyerId, 'deny');
      await endTurn(canary, 'keeps');
      await expectDecision(canary, buyerId, 'allow');
      const answer = await canary.seller('GET', 'blocks');
      expectStatus(canary, answer, 403, 'reading the Block List without access');
      await canary.until('the WebSocket to be closed (live-publisher)', async () =>
        memory.live?.isOpen() ? new NotYet('it is open') : true,
      );
    },
  },
  {
    name: 'support sees the block and lifts it',
    functions: ['support-api'],
    async run(canary) {
      const { buyerId } = rootOf(canary);
      const shown = await canary.service('support', 'GET', `/v1/support/buyers/${buyerId}/blocks`);
      const { items } = listCoveringBlocks.reply.parse(expectStatus(canary, shown, 200, 'listing blocks').body);
      if (!items.some(({ shopId }) => shopId === canary.shopId)) throw canary.fail('support does not see the block');
      const lifted = await canary.service('support', 'DELETE', `/v1/support/shops/${canary.shopId}/blocks/${buyerId}`, {
        body: { agent: 'smoke', reason: `Smoke test ${canary.run}` },
      });
      expectStatus(canary, lifted, 204, 'lifting the block');
    },
  },
];
