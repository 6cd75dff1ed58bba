import type { Schemas } from '../../../clients/seller-client.ts';

type Waiver = Schemas['Waiver'];

export const subjectTypes = ['order', 'refund'] as const satisfies readonly Waiver['subjectType'][];
export const statuses = ['granted', 'pending', 'void'] as const satisfies readonly Waiver['status'][];

export interface WaiverFilters {
  readonly subjectType?: Waiver['subjectType'];
  readonly status?: Waiver['status'];
}

/** What the address asks for: `?subjectType=order&status=granted`. What it does not know filters nothing. */
export function filtersOf(search: URLSearchParams): WaiverFilters {
  const subjectType = subjectTypes.find((one) => one === search.get('subjectType'));
  const status = statuses.find((one) => one === search.get('status'));
  return { ...(subjectType && { subjectType }), ...(status && { status }) };
}

/** The address with one filter changed; the others stay. */
export function withFilter(search: URLSearchParams, name: keyof WaiverFilters, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
}
