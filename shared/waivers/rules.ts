import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { WaiverStatus } from '../kernel/words/waivers.ts';

/** What an appeal needs as proof: the tag as it was when the seller acted. */
export interface WaiverTag {
  readonly kind: 'security_alert_order' | 'risk_refund';
  readonly alertId: string;
  readonly reasons: readonly string[];
  readonly riskScore?: number;
  readonly flaggedAt: EpochMilliseconds;
}

/** That cancelling one order, or rejecting one refund, costs the seller nothing. One for each, whatever is tried again. */
export interface Waiver {
  readonly subjectType: 'order' | 'refund';
  readonly subjectId: string;
  readonly status: WaiverStatus;
  readonly revision: number;
  readonly tag: WaiverTag;
  /** Of the newest request. */
  readonly requestedAt: EpochMilliseconds;
  readonly requestedBy: string;
  /** Of the terms that were in force when it was asked for: it is granted under these, whatever came since. */
  readonly termsVersion: string;
  /** Of the first: lists are sorted by it, and it never changes. */
  readonly createdAt: EpochMilliseconds;
  readonly steps: readonly WaiverStep[];
}

/** Of waivers that were asked for before terms had a version. */
export const firstTerms = '1';

export interface WaiverStep {
  readonly status: WaiverStatus;
  readonly at: EpochMilliseconds;
  /** Subject of the seller who asked; absent for what the order or refund service answered, or left unanswered. */
  readonly by?: string;
}

/**
 * A request makes it pending, also again after it was void; an answer settles one that is pending, and never one that is
 * granted. `given_up`: the order or refund moved on, and nobody had answered; should the answer come after all, it counts.
 */
export const waiverTransitions = {
  requested: ['pending', 'void'],
  confirmed: ['pending', 'void'],
  refused: ['pending'],
  given_up: ['pending'],
} as const satisfies Record<string, readonly WaiverStatus[]>;

const leadsTo = { requested: 'pending', confirmed: 'granted', refused: 'void', given_up: 'void' } as const;

/** What became of a seller's request, as far as its waiver goes. A confirmation of one that was refused is none. */
export type Settlement = Exclude<keyof typeof waiverTransitions, 'requested'>;

/** The most steps that stand on a waiver, the first and the newest among them. */
const mostSteps = 50;

/** A waiver after what happened, or `undefined` when that changes nothing. */
export function settleWaiver(waiver: Waiver, happened: Settlement, at: EpochMilliseconds): Waiver | undefined {
  const from: readonly WaiverStatus[] = waiverTransitions[happened];
  if (!from.includes(waiver.status)) return undefined;
  return step(waiver, { status: leadsTo[happened], at });
}

/** The waiver of a request: a new one, or the one that there is, pending again. `undefined` when it is granted already. */
export function requestWaiver(
  present: Waiver | undefined,
  request: Pick<Waiver, 'subjectType' | 'subjectId' | 'tag' | 'requestedAt' | 'requestedBy' | 'termsVersion'>,
): Waiver | undefined {
  const { requestedAt: at, requestedBy: by } = request;
  if (!present)
    return { ...request, status: 'pending', revision: 1, createdAt: at, steps: [{ status: 'pending', at, by }] };
  const from: readonly WaiverStatus[] = waiverTransitions.requested;
  if (!from.includes(present.status)) return undefined;
  return step({ ...present, ...request }, { status: 'pending', at, by });
}

function step(waiver: Waiver, next: WaiverStep): Waiver {
  const [first, ...later] = waiver.steps;
  const kept = later.slice(-(mostSteps - 2));
  return {
    ...waiver,
    status: next.status,
    revision: waiver.revision + 1,
    steps: [...(first ? [first] : []), ...kept, next],
  };
}
