import { toOrder } from '../orders/items.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import { type Key, orderKey, refundKey } from '../table/keys.ts';
import type { Condition } from '../table/transact.ts';
import type { Subject } from './rules.ts';
import type { SubjectState } from '../kernel/words/subjects.ts';
import { orderState, refundState } from '../refunds/subject-rules.ts';
import type { RefundStatus } from '../kernel/words/refunds.ts';

/** Where the order or refund of an alert stands; a fraud outcome is neither. */
export function subjectKey(shopId: ShopId, { type, id }: Subject): Key | undefined {
  if (type === 'outcome') return undefined;
  return type === 'order' ? orderKey(shopId, id) : refundKey(shopId, id);
}

/** How it stands. One that has not been told of yet is for its service to refuse. */
export function stateOfSubject({ type }: Subject, item: Item | undefined): SubjectState {
  if (!item || type === 'outcome') return 'actionable';
  const order = type === 'order' ? toOrder(item) : undefined;
  return order ? orderState(order.status) : refundState(item['status'] as RefundStatus);
}

/** That it still stands as it was read. */
export function subjectUnchanged(item: Item | undefined): Condition {
  if (!item) return { expression: 'attribute_not_exists(pk)' };
  return {
    expression: '#status = :status AND updatedAt = :updatedAt',
    names: { '#status': 'status' },
    values: { ':status': item['status'], ':updatedAt': item['updatedAt'] },
  };
}
