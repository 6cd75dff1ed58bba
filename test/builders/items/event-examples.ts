import { readdirSync, readFileSync } from 'node:fs';

/** One file of `shared/contracts/events/examples`: an event type with details that are right and details that are not. */
export interface EventExamples {
  readonly source: string;
  readonly 'detail-type': string;
  readonly valid: readonly { readonly title: string; readonly detail: Readonly<Record<string, unknown>> }[];
  /** Of events that come in; ours are typed where they are made. `breaks` is the path of the one field that is wrong. */
  readonly malformed: readonly {
    readonly title: string;
    readonly breaks: string;
    readonly detail: Readonly<Record<string, unknown>>;
  }[];
}

const directory = new URL('../../../shared/contracts/events/examples/', import.meta.url);

/** Every example event in the project. */
export function eventExamples(): readonly EventExamples[] {
  return readdirSync(directory).map((file) => ({
    malformed: [],
    ...(JSON.parse(readFileSync(new URL(file, directory), 'utf8')) as Omit<EventExamples, 'malformed'>),
  }));
}

/** The examples of one event. */
export function examplesOf({ source, type }: { readonly source: string; readonly type: string }): EventExamples {
  const found = eventExamples().find((one) => one.source === source && one['detail-type'] === type);
  if (!found) throw new Error(`${source} "${type}" has no file of examples.`);
  return found;
}

/** As EventBridge puts an event into a queue: an envelope around the detail, no input transformer. */
export function envelopeOf(event: { source: string; 'detail-type': string }, detail: unknown): Record<string, unknown> {
  return {
    version: '0',
    id: '0e4b1f2a-6d52-4c0e-9a52-6a1d5f4f2c11',
    'detail-type': event['detail-type'],
    source: event.source,
    account: '000000000000',
    time: publishedAt(detail),
    region: 'us-east-1',
    resources: [],
    detail,
  };
}

/** At once, where its detail tells of a later time than that of the examples. */
function publishedAt(detail: unknown): string {
  const told = Object.entries(detail ?? {}).flatMap(([name, value]: [string, unknown]) =>
    /^(created|updated|flagged|withdrawn|occurred)At$/.test(name) && typeof value === 'string'
      ? [Date.parse(value)]
      : [],
  );
  const latest = Math.max(Date.parse('2026-11-22T09:30:00Z'), ...told.filter(Number.isFinite));
  return new Date(latest).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
