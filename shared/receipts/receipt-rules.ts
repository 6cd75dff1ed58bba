import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Waiver } from '../waivers/rules.ts';

/** Only what is granted is proven; what is pending can still become either. */
export function grantedAt({ status, steps, requestedAt }: Waiver): EpochMilliseconds | undefined {
  if (status !== 'granted') return undefined;
  return steps.findLast((step) => step.status === 'granted')?.at ?? requestedAt;
}

/** Names the key of an ARN, `arn:…:key/<ID>`, as a receipt's header and the key set do: without account and region. */
export function keyIdOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** When and for whom a receipt is signed. */
export interface Issue {
  readonly issuer: string;
  readonly shopId: ShopId;
  readonly at: EpochMilliseconds;
}

/** What stands in a receipt beside what the API shows of its waiver. */
export function issueFields({ issuer, shopId, at }: Issue, granted: EpochMilliseconds) {
  return {
    version: 1,
    issuer,
    issuedAt: toTimestamp(at),
    shopId,
    grantedAt: toTimestamp(granted),
  } as const;
}
