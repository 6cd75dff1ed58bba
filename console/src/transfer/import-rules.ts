import type { Schemas } from '../../../clients/seller-client.ts';
import { problemTitle } from '../api/problem-words.ts';
import type { WordKey } from '../words/word-keys.ts';

/** Several blocks from a file: what was read, what would become of it, and what did. */

export type BulkResult = Schemas['BulkResult'];
export type BulkRow = Schemas['BulkRow'];

/** What is kept of an import in this tab, so that a reload or a second press does nothing twice. */
export interface ImportDraft {
  readonly text: string;
  readonly fileName: string;
  /** Of the run of exactly this text. */
  readonly key: string;
  readonly wasRun: boolean;
}

export const emptyDraft: ImportDraft = { text: '', fileName: '', key: '', wasRun: false };

/** Another text is another import, with a key of its own. */
export function draftOf(text: string, fileName: string, newKey: () => string): ImportDraft {
  return { text, fileName, key: newKey(), wasRun: false };
}

/** How many rows an answer has with one of these outcomes. */
export function countOf({ summary }: BulkResult, ...outcomes: readonly BulkRow['outcome'][]): number {
  return outcomes.reduce((sum, outcome) => sum + (summary[outcome] ?? 0), 0);
}

export type OutcomeLook = 'good' | 'warn' | 'neutral';

/** How an outcome looks: what is done or will be, what only waits, and what is refused. */
export function lookOf(outcome: BulkRow['outcome']): OutcomeLook {
  if (outcome === 'created' || outcome === 'would_create') return 'good';
  return outcome === 'unavailable' ? 'neutral' : 'warn';
}

/** What an outcome says in a few words; wrong fields are named apart. */
export function outcomeWordOf(outcome: BulkRow['outcome']): WordKey {
  if (outcome === 'created') return 'transfer.created';
  if (outcome === 'would_create') return 'transfer.wouldCreate';
  if (outcome === 'unavailable') return 'transfer.leftOut';
  return problemTitle(outcome);
}

/** The columns whose cells are wrong, each once. */
export function wrongColumnsOf({ errors = [] }: BulkRow): readonly string[] {
  return [...new Set(errors.map(({ path }) => path))];
}

/** What is wrong with a file as a whole. */
export type FileProblem =
  | { readonly type: 'rows' }
  | { readonly type: 'csv' }
  | { readonly type: 'columns'; readonly columns: readonly string[] };

const ofColumn = 'columns.';

export function fileProblemOf(errors: readonly { readonly path: string }[]): FileProblem | undefined {
  const columns = errors.filter(({ path }) => path.startsWith(ofColumn)).map(({ path }) => path.slice(ofColumn.length));
  if (columns.length > 0) return { type: 'columns', columns };
  if (errors.some(({ path }) => path === 'rows')) return { type: 'rows' };
  return errors.some(({ path }) => path === 'body') ? { type: 'csv' } : undefined;
}
