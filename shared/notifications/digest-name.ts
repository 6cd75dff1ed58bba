import { createHash } from 'node:crypto';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';

/** Where the windows of a shop begin within a window: spread evenly, and the same each time. */
export function digestOffset(shopId: ShopId, windowMilliseconds: number): number {
  return digestOf(shopId).readUInt32BE(0) % windowMilliseconds;
}

/** Name of a digest's schedule: a shop's ID alone may have all of the 64 characters that a name may have. */
export function digestScheduleName(shopId: ShopId, digest: string): string {
  return `digest.${digestOf(shopId).toString('base64url').slice(0, 22)}.${digest}`;
}

/** Name of the schedule of a digest that waits for the end of quiet hours: 61 characters at most. */
export function laterScheduleName(shopId: ShopId, digest: string, at: EpochMilliseconds): string {
  return `${digestScheduleName(shopId, digest)}.${at}`;
}

function digestOf(shopId: ShopId): Buffer {
  return createHash('sha256').update(shopId).digest();
}
