import type { Block } from '../block-list/rules.ts';
import type { ErrorCode, FieldError } from '../kernel/errors.ts';
import type { BuyerId } from '../kernel/ids.ts';

/** What became of a row: what the same block would get alone. */
export interface RowResult {
  readonly outcome: 'created' | 'would_create' | ErrorCode;
  /** Of the buyer whom the row names, where they are one of the shop's. */
  readonly buyerId?: BuyerId | undefined;
  readonly avatarUrl?: string | undefined;
  readonly block?: Block | undefined;
  readonly errors?: readonly FieldError[] | undefined;
}

/** How many rows had each outcome. What was asked for is always told, also when no row had it. */
export function summaryOf(results: readonly RowResult[], isDryRun: boolean): Readonly<Record<string, number>> {
  const summary: Record<string, number> = { [isDryRun ? 'would_create' : 'created']: 0 };
  for (const { outcome } of results) summary[outcome] = (summary[outcome] ?? 0) + 1;
  return summary;
}
