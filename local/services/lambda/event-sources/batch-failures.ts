/** What an invocation of an event source mapping achieved; `some` lists the identifiers that failed. */
export type BatchOutcome =
  | { readonly type: 'all_done' }
  | { readonly type: 'all_failed' }
  | { readonly type: 'some_failed'; readonly failed: ReadonlySet<string> };

const allDone: BatchOutcome = { type: 'all_done' };
const allFailed: BatchOutcome = { type: 'all_failed' };

/**
 * Reads a function's answer to a batch by the documented rules of ReportBatchItemFailures: no answer, or an empty
 * or null list, is full success; an empty, null, missing or unknown identifier fails the whole batch.
 *
 * @param identifiers message IDs or sequence numbers of the batch
 */
export function readBatchFailures(answer: unknown, identifiers: ReadonlySet<string>): BatchOutcome {
  if (answer === null || answer === undefined) return allDone;
  if (typeof answer !== 'object') return allFailed;
  const { batchItemFailures } = answer as { batchItemFailures?: unknown };
  if (batchItemFailures === null || batchItemFailures === undefined) return allDone;
  if (!Array.isArray(batchItemFailures)) return allFailed;
  const failed = new Set<string>();
  for (const failure of batchItemFailures as readonly ({ itemIdentifier?: unknown } | null)[]) {
    const identifier = failure?.itemIdentifier;
    if (typeof identifier !== 'string' || !identifiers.has(identifier)) return allFailed;
    failed.add(identifier);
  }
  return failed.size === 0 ? allDone : { type: 'some_failed', failed };
}
