import { createHash } from 'node:crypto';
import type { ShopId } from '../kernel/ids.ts';
import { alertName } from './rules.ts';
import type { AlertId, AlertKind, Subject } from './rules.ts';

/** An order or refund, as its own service names it. */
export interface ActionableSubject {
  readonly type: 'order' | 'refund';
  readonly id: string;
}

const kinds = { order: 'security_alert_order', refund: 'risk_refund' } as const;

/** 132 bits of a digest: an ID that everybody who knows the subject can make, and that fits into names of 64 characters. */
export function alertIdOf(shopId: ShopId, kind: AlertKind, subject: Subject): AlertId {
  return createHash('sha256')
    .update(alertName(shopId, kind, subject))
    .digest('base64url')
    .slice(0, 22);
}

/** Of the alert of an order or refund, whether or not there is one. */
export function alertIdAbout(shopId: ShopId, subject: ActionableSubject): AlertId {
  return alertIdOf(shopId, kinds[subject.type], subject);
}
