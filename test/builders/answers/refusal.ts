import { AppError } from '../../../shared/kernel/errors.ts';

/** The refusal that something throws; `undefined` when it throws none. */
export function refusalOf(act: () => unknown): AppError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
