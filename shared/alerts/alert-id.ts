import { createHash } from 'node:crypto';
import type { ShopId } from '../kernel/ids.ts';
import { type AlertId, type AlertKind, alertName, type Subject } from './rules.ts';

/** 132 bits of a digest: an ID that everybody who knows the subject can make, and that fits into names of 64 characters. */
export function alertIdOf(shopId: ShopId, kind: AlertKind, subject: Subject): AlertId {
  return createHash('sha256')
    .update(alertName(shopId, kind, subject))
    .digest('base64url')
    .slice(0, 22);
}
