import type { Journal } from '../../../core/state/journal.ts';
import type { StreamPosition } from '../../dynamodb/stream-reader.ts';

/** How far a mapping has come in its stream. */
export interface StreamCheckpoint {
  /** Undefined when the mapping never worked this stream. */
  get(): StreamPosition | undefined;
  set(position: StreamPosition): void;
}

const compactEvery = 2_000;

/** Kept in the journal: after a SIGKILL a mapping goes on behind the last batch that was done, so records come at least once. */
export function openStreamCheckpoint(journal: Journal, mappingPath: string): StreamCheckpoint {
  const topic = `stream ${mappingPath}`;
  const history = journal.replay(topic) as readonly StreamPosition[];
  let position = history.at(-1);
  let records = history.length;
  return {
    get: () => position,
    set(reached) {
      position = reached;
      records += 1;
      if (records < compactEvery) journal.append({ topic, value: reached });
      else {
        journal.compact(topic, [reached]);
        records = 1;
      }
    },
  };
}
