import { platformScope } from '../../access/scope.ts';
import type { Envelope } from '../../events/inbound.ts';
import type { EventId, ShopId } from '../../kernel/ids.ts';
import type { ActionableSubject } from '../alert-id.ts';
import { progressAlert } from './progress-alert.ts';
import type { ProgressDeps } from './progress-alert.ts';
import { followRefusal } from './progress-rules.ts';
import { refusalCode } from './refusal-rules.ts';

interface Refused {
  readonly shopId: ShopId;
  readonly eventId: EventId;
  /** Code or words of the order or refund service. */
  readonly reason: string;
}

/** Gives the alert back to its sellers, or ends it where its time has passed, and voids the waiver of the request. */
export function refuseAction(deps: ProgressDeps, worker: string) {
  return async (
    { shopId, eventId, reason }: Refused,
    { time }: Envelope,
    subject: ActionableSubject,
  ): Promise<void> => {
    const refusal = { eventId, time, reason: refusalCode(reason) };
    await progressAlert(deps, platformScope(shopId, worker), subject, (alert, now) =>
      followRefusal(alert, refusal, now),
    );
  };
}
