import { toReasons } from '../risk-reasons/rules.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { Waiver } from './rules.ts';

/** A waiver as the API shows it, with what an appeal needs as proof. */
export function toWaiverReply(waiver: Waiver): Record<string, unknown> {
  const { subjectType, subjectId, status, tag, requestedBy, termsVersion } = waiver;
  return {
    subjectType,
    subjectId,
    status,
    tag: { ...tag, reasons: toReasons(tag.reasons), flaggedAt: toTimestamp(tag.flaggedAt) },
    createdAt: toTimestamp(waiver.createdAt),
    requestedAt: toTimestamp(waiver.requestedAt),
    requestedBy,
    termsVersion,
    steps: waiver.steps.map((step) => ({ ...step, at: toTimestamp(step.at) })),
  };
}
