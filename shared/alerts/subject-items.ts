import type { ShopId } from '../kernel/ids.ts';
import { toOrder } from '../orders/items.ts';
import { toRefund } from '../refunds/items.ts';
import type { Item } from '../table/batch-get.ts';
import { orderKey, refundKey } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import type { Condition } from '../table/transact.ts';
import type { Subject } from './rules.ts';
import type { ToldSubject } from './subject-rules.ts';

/** Where the order or refund of an alert stands; a fraud outcome is neither. */
export function subjectKey(shopId: ShopId, { type, id }: Subject): Key | undefined {
  if (type === 'outcome') return undefined;
  return type === 'order' ? orderKey(shopId, id) : refundKey(shopId, id);
}

/** The order or refund that its item holds. */
export function toToldSubject({ type }: Subject, item: Item | undefined): ToldSubject | undefined {
  if (type === 'order') return typed('order', toOrder(item));
  return type === 'refund' ? typed('refund', toRefund(item)) : undefined;
}

function typed<Type extends string, Told extends object>(type: Type, told: Told | undefined) {
  return told && { type, ...told };
}

/** That it still stands as it was read. */
export function subjectUnchanged(told: ToldSubject | undefined): Condition {
  if (!told) return { expression: 'attribute_not_exists(pk)' };
  return {
    expression: '#status = :status AND updatedAt = :updatedAt',
    names: { '#status': 'status' },
    values: { ':status': told.status, ':updatedAt': told.updatedAt },
  };
}
