import { platformScope } from '../../access/scope.ts';
import type { ShopScope } from '../../access/scope.ts';
import type { OrderStatusChanged } from '../../contracts/events/order-status-changed.ts';
import { recordOrder } from '../../orders/record-order.ts';
import type { OrderStore } from '../../orders/store.ts';
import { fromTimestamp } from '../../kernel/clock.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import { statusesBefore } from '../machine-rules.ts';
import type { Alert, Flag } from '../rules.ts';
import { orderInsideBlock } from '../../kernel/words/alerts.ts';
import { orderState } from '../../refunds/subject-rules.ts';
import type { BlockEvidenceStore } from './block-evidence-store.ts';
import { readAlertAbout } from './correct-buyer.ts';
import type { CorrectionDeps } from './correct-buyer.ts';
import { insideBlock } from './inside-block.ts';
import { drawLikeness, inLikenessOf } from './likeness-rules.ts';
import type { Draw } from './likeness-rules.ts';
import { progressAlert } from './progress-alert.ts';
import type { ProgressDeps } from './progress-alert.ts';
import { followSubject } from './progress-rules.ts';
import { raiseOwnAlert } from './raise-alert.ts';
import type { RaiseDeps } from './raise-alert.ts';
import type { RecentAlertsStore } from './recent-alerts-store.ts';

export interface FollowOrderDeps extends CorrectionDeps, ProgressDeps, RaiseDeps {
  readonly flags: CorrectionDeps['flags'] & RaiseDeps['flags'];
  readonly evidence: BlockEvidenceStore;
  readonly orders: OrderStore;
  /** Alerts that the shop's sellers have seen. */
  readonly shown: RecentAlertsStore;
  readonly draw: Draw;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/**
 * An account that joins a link group later comes under blocks that did not cover it when it ordered, and its marker does not
 * say since when. Only what tells of an order this soon after it was placed is taken to find the marker as it was.
 */
const newFor = 3_600_000;

/**
 * Records an order, then does to its alert what the order's status means, and flags an order inside a live block. Also
 * for an event that came late or twice: an earlier delivery may have recorded the order and done no more.
 */
export function followOrder(deps: FollowOrderDeps) {
  const record = recordOrder(deps.orders);
  return async (event: OrderStatusChanged): Promise<void> => {
    const { shopId, orderId, buyerId } = event;
    const order = await record(event);
    const scope = platformScope(shopId, 'order-consumer');
    const subject = { type: 'order', id: orderId } as const;
    const [alert, hints] = await Promise.all([
      readAlertAbout(deps, scope, subject, buyerId),
      deps.evidence.readHints(scope, buyerId, order.createdAt),
    ]);
    await progressAlert(deps, scope, subject, (present, now) => followSubject(present, orderState(order.status), now), {
      alert,
    });
    if (alert && !takesOurReason(alert)) return;
    const flag = await insideBlock(deps.evidence, {
      scope,
      orderId,
      order,
      isNew: fromTimestamp(event.updatedAt) - order.createdAt <= newFor,
      hints,
    });
    if (flag?.raisedThroughLink && alert) return;
    if (flag)
      await raiseOwnAlert(
        deps,
        scope,
        flag.raisedThroughLink ? await disguised(deps, scope, flag, order.createdAt) : flag,
      );
  };
}

/** Waits, where the order is younger than those are that others flag: rare, and for seconds at most. */
async function disguised(
  { shown, clock, draw, pause }: FollowOrderDeps,
  scope: ShopScope,
  flag: Flag,
  placedAt: EpochMilliseconds,
): Promise<Flag> {
  const likeness = drawLikeness(await shown.recent(scope, clock.now()), clock.now() - placedAt, draw);
  const tooYoung = likeness.leastAgeMilliseconds - (clock.now() - placedAt);
  if (tooYoung > 0) await pause(tooYoung);
  return inLikenessOf(likeness, flag, clock.now());
}

function takesOurReason({ reasons, status }: Alert): boolean {
  return !reasons.includes(orderInsideBlock) && statusesBefore('flagged').includes(status);
}
