import { platformScope } from '../../access/scope.ts';
import type { RefundStatusChanged } from '../../contracts/events/refund-status-changed.ts';
import { recordRefund } from '../../refunds/record-refund.ts';
import type { RefundStore } from '../../refunds/store.ts';
import { refundState } from '../../refunds/subject-rules.ts';
import { readAlertAbout } from './correct-buyer.ts';
import type { CorrectionDeps } from './correct-buyer.ts';
import { progressAlert } from './progress-alert.ts';
import type { ProgressDeps } from './progress-alert.ts';
import { followSubject } from './progress-rules.ts';

export interface FollowRefundDeps extends CorrectionDeps, ProgressDeps {
  readonly refunds: RefundStore;
}

/** Records a return or refund, then does to its alert what the status means; late and repeated events too, as for orders. */
export function followRefund(deps: FollowRefundDeps) {
  const record = recordRefund(deps.refunds);
  return async (event: RefundStatusChanged): Promise<void> => {
    const { status, buyerId } = await record(event);
    const scope = platformScope(event.shopId, 'refund-consumer');
    const subject = { type: 'refund', id: event.refundId } as const;
    const alert = await readAlertAbout(deps, scope, subject, buyerId);
    await progressAlert(deps, scope, subject, (present, now) => followSubject(present, refundState(status), now), {
      alert,
    });
  };
}
