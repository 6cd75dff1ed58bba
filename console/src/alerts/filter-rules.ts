import type { Schemas } from '../../../clients/seller-client.ts';

/** What a seller has chosen to see, and how the address says it: what is shared by a link is what was seen. */

type Alert = Schemas['Alert'];

export const views = ['open', 'waiting', 'fraud', 'all'] as const;
export type View = (typeof views)[number];

/** So far ahead, in hours: each day works with the same link. */
export const dueChoices = ['1h', '6h', '24h', '72h'] as const;
export const endedStatuses = ['resolved', 'dismissed', 'withdrawn', 'expired'] as const;
const kinds = ['security_alert_order', 'risk_refund', 'fraud_outcome'] as const;
const severities = ['high', 'medium', 'low'] as const;

export interface InboxFilters {
  readonly view: View;
  readonly kind?: Alert['kind'];
  readonly status?: (typeof endedStatuses)[number];
  readonly severity?: Alert['severity'];
  /** `6h` from now, or an instant. */
  readonly due?: string;
  readonly buyerId?: string;
}

export type FilterName = Exclude<keyof InboxFilters, 'view'>;

/** The filters that make sense in a view. */
export const filtersOf: Readonly<Record<View, readonly FilterName[]>> = {
  open: ['kind', 'severity', 'due', 'buyerId'],
  waiting: ['kind', 'severity', 'due', 'buyerId'],
  fraud: ['buyerId'],
  all: ['kind', 'status', 'severity', 'due', 'buyerId'],
};

/** Kinds among which one can choose in a view. */
export function kindChoices(view: View): readonly Alert['kind'][] {
  return view === 'all' ? kinds : ['security_alert_order', 'risk_refund'];
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | undefined =>
  values.find((value) => value === text);

/** What an address asks for. What is not understood in it is left out, never an error. */
export function filtersFrom(search: URLSearchParams, view: View = viewFrom(search)): InboxFilters {
  const read: Readonly<Record<FilterName, string | undefined>> = {
    kind: oneOf(kindChoices(view), search.get('kind')),
    status: oneOf(endedStatuses, search.get('status')),
    severity: oneOf(severities, search.get('severity')),
    due: dueFrom(search.get('dueBefore')),
    buyerId: /^[\w-]{1,64}$/.exec(search.get('buyerId') ?? '')?.[0],
  };
  const given = filtersOf[view].flatMap((name) => (read[name] === undefined ? [] : [[name, read[name]] as const]));
  return { view, ...Object.fromEntries(given) };
}

function viewFrom(search: URLSearchParams): View {
  const view = oneOf(views, search.get('show'));
  if (view) return view;
  if (search.get('kind') === 'fraud_outcome') return 'fraud';
  const status = search.get('status');
  if (status === 'action_requested') return 'waiting';
  return oneOf(endedStatuses, status) ? 'all' : 'open';
}

function dueFrom(text: string | null): string | undefined {
  if (text === null) return undefined;
  if (/^\d{1,3}h$/.test(text)) return text;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** The address of what is seen; without what is usual. */
export function searchOf({ view, due, ...rest }: InboxFilters): URLSearchParams {
  const entries = { ...(view !== 'open' && { show: view }), ...rest, ...(due !== undefined && { dueBefore: due }) };
  return new URLSearchParams(Object.entries(entries).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** The same filters in another view, as far as they make sense there. */
export function inView(filters: InboxFilters, view: View): InboxFilters {
  return filtersFrom(searchOf(filters), view);
}

export function hasFilters({ view: _, ...filters }: InboxFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

interface AlertQuery {
  readonly kind?: Alert['kind'];
  readonly status?: Alert['status'];
  readonly severity?: Alert['severity'];
  readonly dueBefore?: string;
  readonly buyerId?: string;
}

const statusOf = ({ view, status }: InboxFilters): Alert['status'] | undefined =>
  ({ open: 'open', waiting: 'action_requested', fraud: undefined, all: status })[view] as Alert['status'] | undefined;

/** What the API is asked for. */
export function queryOf(filters: InboxFilters, now: number): AlertQuery {
  const { view, severity, due, buyerId } = filters;
  const kind = view === 'fraud' ? 'fraud_outcome' : filters.kind;
  const status = statusOf(filters);
  return {
    ...(kind && { kind }),
    ...(status && { status }),
    ...(severity && { severity }),
    ...(due !== undefined && { dueBefore: instantOf(due, now) }),
    ...(buyerId !== undefined && { buyerId }),
  };
}

function instantOf(due: string, now: number): string {
  return due.endsWith('h') ? new Date(now + Number.parseInt(due, 10) * 3_600_000).toISOString() : due;
}

/** What a frame of the live feed says of an alert, as far as filters ask. */
export interface AlertNews {
  readonly kind: Alert['kind'];
  readonly status: Alert['status'];
  readonly severity: Alert['severity'];
  readonly buyerId: string;
  readonly respondBy?: string | undefined;
}

/** Whether an alert that is new belongs into the list that is seen. */
export function matches(filters: InboxFilters, alert: AlertNews, now: number): boolean {
  const { kind, status, severity, dueBefore, buyerId } = queryOf(filters, now);
  return (
    (kind ?? alert.kind) === alert.kind &&
    (status ?? alert.status) === alert.status &&
    (severity ?? alert.severity) === alert.severity &&
    (buyerId ?? alert.buyerId) === alert.buyerId &&
    (dueBefore === undefined || (alert.respondBy !== undefined && alert.respondBy < dueBefore))
  );
}
