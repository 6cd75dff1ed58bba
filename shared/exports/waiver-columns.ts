import type { WaiverBuyer } from '../alerts/reading/waiver-buyers-store.ts';
import type { Column } from '../csv/write-csv.ts';
import { toTimestamp } from '../kernel/clock.ts';
import { toReasons } from '../risk-reasons/rules.ts';
import type { Waiver } from '../waivers/rules.ts';

export interface WaiverRow {
  readonly waiver: Waiver;
  readonly buyer: WaiverBuyer | undefined;
}

/** Of the file of a shop's waivers. */
export const waiverColumns: readonly Column<WaiverRow>[] = [
  { name: 'subjectType', kind: 'word', of: ({ waiver }) => waiver.subjectType },
  { name: 'subjectId', kind: 'text', of: ({ waiver }) => waiver.subjectId },
  { name: 'status', kind: 'word', of: ({ waiver }) => waiver.status },
  { name: 'statusSince', kind: 'word', of: ({ waiver }) => timeOf(waiver.steps.at(-1)?.at) },
  { name: 'createdAt', kind: 'word', of: ({ waiver }) => timeOf(waiver.createdAt) },
  { name: 'requestedAt', kind: 'word', of: ({ waiver }) => timeOf(waiver.requestedAt) },
  { name: 'requestedBy', kind: 'text', of: ({ waiver }) => waiver.requestedBy },
  { name: 'kind', kind: 'word', of: ({ waiver }) => waiver.tag.kind },
  { name: 'alertId', kind: 'text', of: ({ waiver }) => waiver.tag.alertId },
  { name: 'reasons', kind: 'text', of: ({ waiver }) => reasonsOf(waiver) },
  { name: 'riskScore', kind: 'text', of: ({ waiver }) => waiver.tag.riskScore },
  { name: 'flaggedAt', kind: 'word', of: ({ waiver }) => timeOf(waiver.tag.flaggedAt) },
  { name: 'buyerId', kind: 'text', of: ({ buyer }) => buyer?.buyerId },
  { name: 'username', kind: 'text', of: ({ buyer }) => buyer?.username },
];

function timeOf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : toTimestamp(at);
}

function reasonsOf({ tag }: Waiver): string {
  return toReasons(tag.reasons)
    .map(({ text }) => text)
    .join('\n');
}
