import { ofKind } from './function-definition.ts';
import { loadFunctions } from './load-functions.ts';

/** What stands outside of a deployment's templates to be known by its name: all without the `ssc-<stage>-` prefix. */
const functions = await loadFunctions();

export const functionNames: readonly string[] = functions.map(({ name }) => name);

/** Queues that a function works on; `<queue>-dead-letters` belongs to each. */
export const workQueues: readonly string[] = ofKind(functions, 'queue')
  .map(({ queue }) => queue)
  .toSorted();

/** The work queue of a function, if it has one. */
export function queueOf(name: string): string | undefined {
  return ofKind(functions, 'queue').find((definition) => definition.name === name)?.queue;
}

/** Streams of the table, whose `<stream>-dead-letters` say where records lay; and what makes up for those records. */
export const streams: readonly { readonly stream: string; readonly lossIsCovered: string }[] = ofKind(
  functions,
  'stream',
).map(({ stream, lossIsCovered }) => ({ stream, lossIsCovered }));
