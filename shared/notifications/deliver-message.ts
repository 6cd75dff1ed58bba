import type { Notify } from '../access/rules.ts';
import type { ShopScope } from '../access/scope.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import type { Clock } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { Finish } from './digest-items.ts';
import type { Mailer } from './mail-sender.ts';
import { messageEvent } from './message-event.ts';
import type { Message } from './message-rules.ts';
import type { NoticeMetrics } from './metrics.ts';

export interface DeliveryDeps {
  readonly mailer: Mailer;
  readonly metrics: NoticeMetrics;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** One claim of one message to a shop. */
export interface Claimed {
  readonly scope: ShopScope;
  /** Whether a claim before may have sent it. */
  readonly mayRepeat: boolean;
  /** Says what became of the claim, together with the event of it; `false` when somebody has taken it over. */
  finish(finish: Finish, event?: OutboxEvent): Promise<boolean>;
}

/**
 * Sends a message that was claimed, by the shop's own way, and marks it. A mail may go out twice, and is counted. A
 * Seller Center message is an event of the transaction that marks it, so that it never does.
 *
 * @throws AppError `unavailable` when the mail service takes nothing: the claim is given back.
 */
export async function deliver(deps: DeliveryDeps, claimed: Claimed, notify: Notify, message: Message): Promise<void> {
  if (notify.channel === 'email') return mail(deps, claimed, notify.address, message);
  const at = deps.clock.now();
  // Refused when another claim has told the shop by the same transaction.
  await claimed.finish({ status: 'sent', at }, messageEvent(deps.newId(), claimed.scope, message, at));
}

async function mail(
  { mailer, metrics, clock }: DeliveryDeps,
  { scope, mayRepeat, finish }: Claimed,
  address: string | undefined,
  message: Message,
): Promise<void> {
  const fail = async (reason: string): Promise<void> => {
    metrics.failed(reason);
    await finish({ status: 'failed', at: clock.now(), reason });
  };
  if (address === undefined) return fail('no_address');
  if (mayRepeat) metrics.possiblyRepeated();
  const outcome = await mailer.send(address, message, scope.shopId);
  if (outcome.type === 'refused') return fail(outcome.errorName);
  const at = clock.now();
  if (outcome.type === 'sent') {
    await finish({ status: 'sent', at });
    return;
  }
  await finish({ status: 'pending', at, reason: outcome.errorName });
  throw new AppError('unavailable', 'The mail service takes nothing now.');
}
