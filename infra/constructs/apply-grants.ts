import type { Grants } from '../grants/grants.ts';
import type { AlertSchedules } from './alert-schedules.ts';
import type { LiveApi } from './live-api.ts';
import type { MailSender } from './mail-sender.ts';
import type { MarketplaceBus } from './marketplace-bus.ts';
import type { ReceiptKeys } from './receipt-keys.ts';
import type { ServiceFunction } from './service-function.ts';
import type { WorkQueue } from './work-queue.ts';

/** Who gives what functions are granted beside the table. */
export interface Grantors {
  readonly bus: MarketplaceBus;
  readonly schedules: AlertSchedules;
  readonly mails: MailSender;
  readonly live: LiveApi;
  readonly receiptKeys: ReceiptKeys;
  queueOf(name: string): WorkQueue;
}

/** Gives a function its grants, each with the variables that go with it. Those on the table it has already. */
export function applyGrants(target: ServiceFunction, grants: Grants, by: Grantors): void {
  if (grants.sendsTo !== undefined) by.queueOf(grants.sendsTo).letSend(target);
  if (grants.publishesEvents) by.bus.letPublish(target);
  if (grants.schedulesInto !== undefined) by.schedules.let(target, by.queueOf(grants.schedulesInto));
  if (grants.sendsMails) by.mails.let(target);
  if (grants.postsToConnections) by.live.letPost(target);
  if (grants.signsReceipts) by.receiptKeys.letSign(target);
  if (grants.readsReceiptKeys) by.receiptKeys.letRead(target);
  if (grants.tellsLiveUrl) target.function.addEnvironment('LIVE_URL', by.live.url);
}
