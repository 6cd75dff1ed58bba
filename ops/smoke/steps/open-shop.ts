import { findBuyer } from '../../../shared/contracts/http/buyers.ts';
import { readNotificationSettings } from '../../../shared/contracts/http/notification-settings.ts';
import { expectStatus, notYetUnless } from '../canary.ts';
import { linkedOf, linkGroup, orderOf, orderStatus, profile, rootOf } from '../canary-ids.ts';
import { NotYet } from '../failure.ts';
import type { Step } from '../step.ts';

/** The shop is invited, and the marketplace reports a buyer, an order and a link. */
export const openShop: readonly Step[] = [
  {
    name: 'the API is healthy, and describes itself',
    functions: ['public-api'],
    async run(canary) {
      expectStatus(canary, await canary.open('/v1/health'), 200, 'asking for the health');
      expectStatus(canary, await canary.open('/v1/openapi.json'), 200, 'asking for the OpenAPI document');
    },
  },
  {
    name: 'the shop’s access is active for its seller',
    functions: ['access-api', 'admin-api'],
    async run(canary) {
      const answer = await canary.seller('GET', 'access');
      if (answer.status === 403)
        throw canary.fail(
          `the seller’s token does not open the shop ${canary.shopId}: its claim "shops" must hold ${canary.shopId}:owner`,
        );
      expectStatus(canary, answer, 200, 'reading the access as its seller');
    },
  },
  {
    name: 'the shop’s settings are there, and can be set',
    functions: ['settings-api'],
    async run(canary) {
      expectStatus(canary, await canary.seller('GET', 'members'), 200, 'reading the members');
      const settings = await canary.seller('GET', 'notification-settings');
      expectStatus(canary, settings, 200, 'reading the notification settings');
      // As they are: nothing of it remains but the record of the key.
      const { alerts, expiringBlocks, quietHours } = readNotificationSettings.reply.parse(settings.body);
      const same = { alerts, expiringBlocks, quietHours };
      expectStatus(canary, await canary.seller('PUT', 'notification-settings', same), 200, 'setting them');
    },
  },
  {
    name: 'the shop is told of its access by mail',
    functions: ['access-notice-consumer', 'outbox-publisher'],
    async run(canary) {
      await canary.until('the mail about the access to be sent', async () => {
        const granted = (await canary.rows(`ACTIVITY#${canary.shopId}`)).find(
          ({ type, detail }) => type === 'Access Granted' && isSince(detail, canary.startedAt),
        );
        if (!granted) return new NotYet('no record of the grant');
        if (granted['outboxPk'] !== undefined) return new NotYet('the event of the grant is not on the bus');
        const [notice] = await canary.rows(`NOTICE#${canary.shopId}#access.${String(granted['sk'])}`);
        const status = notice?.['status'];
        if (status === 'failed' || status === 'skipped')
          throw canary.fail(`the mail about the access was ${status}: ${String(notice?.['failure'])}`);
        return status === 'sent' ? granted : new NotYet(`the notice is ${String(status ?? 'not there')}`);
      });
    },
  },
  {
    name: 'a buyer is found by username and by order',
    functions: ['buyer-profile-consumer', 'order-consumer', 'buyers-api'],
    async run(canary) {
      const root = rootOf(canary);
      await canary.publish(
        profile(root),
        profile(linkedOf(canary)),
        orderStatus(canary, 'AWAITING_SHIPMENT', canary.startedAt),
      );
      await canary.until(`the order to be known (order-consumer)`, async () => {
        const answer = await canary.seller('GET', `buyers?orderId=${orderOf(canary, 'cancelled')}`);
        return notYetUnless(answer, 200) ?? answer;
      });
      await canary.until('the buyer to be found by username (buyer-profile-consumer)', async () => {
        const answer = await canary.seller('GET', `buyers?username=${encodeURIComponent(root.username)}`);
        return notYetUnless(answer, 200) ?? answer;
      });
    },
  },
  {
    name: 'a link group is known',
    functions: ['link-consumer', 'buyers-api'],
    async run(canary) {
      const root = rootOf(canary);
      await canary.publish(linkGroup(canary, [root.buyerId, linkedOf(canary).buyerId]));
      await canary.until('the buyer to have one linked account', async () => {
        const answer = await canary.seller('GET', `buyers?orderId=${orderOf(canary, 'cancelled')}`);
        const wrong = notYetUnless(answer, 200);
        if (wrong) return wrong;
        const { linkedAccounts } = findBuyer.reply.parse(answer.body);
        return linkedAccounts === 1 ? linkedAccounts : new NotYet(`${linkedAccounts} linked accounts`);
      });
    },
  },
];

/** The instant that the event itself gives; a clock of ours may be a moment off. */
function isSince(detail: unknown, startedAt: Date): boolean {
  const { occurredAt } = (detail ?? {}) as { occurredAt?: string };
  return occurredAt !== undefined && Date.parse(occurredAt) >= startedAt.getTime() - 5000;
}
