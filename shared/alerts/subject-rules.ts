import type { SubjectState } from '../kernel/words/subjects.ts';
import type { Order } from '../orders/rules.ts';
import type { Refund } from '../refunds/rules.ts';
import { orderState, refundState } from '../refunds/subject-rules.ts';

/** The order or refund of an alert as its own service last told. */
export type ToldSubject =
  | ({ readonly type: 'order' } & Pick<Order, 'buyerId' | 'status' | 'updatedAt'>)
  | ({ readonly type: 'refund' } & Pick<Refund, 'buyerId' | 'status' | 'updatedAt'>);

/** How it stands. One that has not been told of yet is for its service to refuse. */
export function stateOfSubject(told: ToldSubject | undefined): SubjectState {
  if (!told) return 'actionable';
  return told.type === 'order' ? orderState(told.status) : refundState(told.status);
}
