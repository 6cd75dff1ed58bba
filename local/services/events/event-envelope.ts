import { randomUUID } from 'node:crypto';
import { isNestedTooDeep } from '../../core/aws-endpoint/json-depth.ts';

/** One entry of a PutEvents call. */
export interface PutEventsEntry {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly EventBusName?: string;
  readonly Time?: string | number;
  readonly Resources?: readonly string[];
}

/** An event as rules and targets see it. */
export interface EventEnvelope {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** RFC 3339 UTC, whole seconds, as EventBridge writes it. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface EntryRefusal {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

/**
 * Builds the event of one PutEvents entry, or says why EventBridge refuses the entry.
 *
 * @param now epoch milliseconds, the time of an entry that has none
 */
export function toEnvelope(
  entry: PutEventsEntry,
  place: { readonly account: string; readonly region: string; readonly now: number },
): EventEnvelope | EntryRefusal {
  const { Source: source, DetailType: detailType, Detail: detailText } = entry;
  if (!source) return missing('Source');
  if (!detailType) return missing('DetailType');
  if (!detailText) return missing('Detail');
  if (source.startsWith('aws.')) {
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  }
  const detail = parseDetail(detailText);
  if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  const at = toMilliseconds(entry.Time, place.now);
  if (Number.isNaN(at)) return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Parameter Time is not valid.' };
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source,
    account: place.account,
    time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: place.region,
    resources: entry.Resources ?? [],
    detail,
  };
}

function missing(name: string): EntryRefusal {
  return {
    ErrorCode: 'InvalidArgument',
    ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
  };
}

function parseDetail(text: string): Readonly<Record<string, unknown>> | undefined {
  if (isNestedTooDeep(text)) return undefined;
  try {
    const detail: unknown = JSON.parse(text);
    const isObject = typeof detail === 'object' && detail !== null && !Array.isArray(detail);
    return isObject ? (detail as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The SDK sends epoch seconds; a text is taken as RFC 3339. */
function toMilliseconds(time: string | number | undefined, now: number): number {
  if (time === undefined) return now;
  const milliseconds = typeof time === 'number' ? time * 1000 : Date.parse(time);
  return Number.isFinite(new Date(milliseconds).getTime()) ? milliseconds : Number.NaN;
}
