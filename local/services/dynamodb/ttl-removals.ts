import type { AttributeMap } from '../../core/engines/dynamo-client.ts';
import type { Journal } from '../../core/state/journal.ts';

const topic = 'ttl-removals';
/** As long as a stream keeps its records. */
const keptMilliseconds = 24 * 3_600_000;

interface Mark {
  readonly op: 'mark' | 'unmark';
  /** Epoch milliseconds of the machine. */
  readonly at: number;
  readonly table: string;
  readonly keys: AttributeMap;
  /** Epoch seconds as the item holds them. */
  readonly ttl: string;
}

/** Which removals of items were deletions by time to live: the engine's stream does not say who removed an item. */
export interface TtlRemovals {
  /** Before the deletion, so that no reader of the stream comes first. */
  mark(table: string, keys: AttributeMap, ttl: string): void;
  /** When the deletion did not happen. */
  unmark(table: string, keys: AttributeMap, ttl: string): void;
  /** @param ttl what the removed item held, when the stream tells */
  has(table: string, keys: AttributeMap, ttl: string | undefined): boolean;
}

/** Marks survive a restart, as the stream's readers may not have come that far yet. */
export function createTtlRemovals(journal: Journal, now: () => number): TtlRemovals {
  const marks = new Map<string, Mark>();
  const apply = (mark: Mark): void => {
    const id = idOf(mark.table, mark.keys);
    if (mark.op === 'mark') marks.set(id, mark);
    else if (marks.get(id)?.ttl === mark.ttl) marks.delete(id);
  };
  const history = journal.replay(topic) as readonly Mark[];
  for (const mark of history) if (now() - mark.at < keptMilliseconds) apply(mark);
  if (history.length > marks.size) journal.compact(topic, [...marks.values()]);

  const write = (mark: Mark): void => {
    journal.append({ topic: topic, value: mark });
    apply(mark);
  };
  return {
    mark: (table, keys, ttl) => write({ op: 'mark', at: now(), table, keys, ttl }),
    unmark: (table, keys, ttl) => write({ op: 'unmark', at: now(), table, keys, ttl }),
    has(table, keys, ttl) {
      const mark = marks.get(idOf(table, keys));
      return mark !== undefined && (ttl === undefined || mark.ttl === ttl);
    },
  };
}

/** Engines write the keys of a record in any order. */
function idOf(table: string, keys: AttributeMap): string {
  const sorted = Object.entries(keys).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([table, ...sorted]);
}
