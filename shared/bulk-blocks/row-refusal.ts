import { AppError } from '../kernel/errors.ts';
import { isTransientError } from '../kernel/transient-errors.ts';
import type { RowResult } from './rules.ts';

/** A row that the time did not suffice for. */
export const leftOut: RowResult = { outcome: 'unavailable' };

/**
 * What a row is told about an error that a request of its own would be answered with.
 *
 * @throws whatever is a fault of ours: it ends the whole request.
 */
export function refusalOf(error: unknown): RowResult {
  if (error instanceof AppError) return { outcome: error.code, errors: error.details.errors };
  if (isTransientError(error)) return leftOut;
  throw error;
}
