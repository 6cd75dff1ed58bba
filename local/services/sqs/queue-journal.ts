import type { Journal } from '../../core/state/journal.ts';
import type { QueueState, StoredMessage } from './queue-state.ts';

const topic = 'queues';
/** Compaction rewrites what is alive, so it waits until the history is several times that. */
const fewestRecords = 5_000;
const historyPerMessage = 4;

type QueueRecord =
  | { readonly op: 'send'; readonly queue: string; readonly message: StoredMessage }
  | { readonly op: 'delete'; readonly queue: string; readonly id: string }
  | {
      readonly op: 'receive';
      readonly queue: string;
      readonly id: string;
      readonly count: number;
      readonly firstReceivedAt: number;
    }
  | {
      readonly op: 'move';
      readonly queue: string;
      readonly id: string;
      readonly to: string;
      readonly message: StoredMessage;
    }
  | { readonly op: 'purge'; readonly queue: string };

/** What queues must not forget, in one topic, so that a move between two queues is one record. */
export interface QueueJournal {
  /** After the queues' state has changed: a compaction, which this can begin, writes that state. */
  append(record: QueueRecord): void;
}

/**
 * Restores the queues' messages and keeps writing what happens to them.
 *
 * Nothing is in flight after a restart: whoever had received a message ended with the process, so it is
 * visible at once instead of after its visibility timeout. What is past its retention, or of a queue that the template no
 * longer has, is dropped, and is no longer on the disk then.
 */
export function restoreQueues(
  journal: Journal,
  queues: ReadonlyMap<string, QueueState>,
  { now, isKept }: { readonly now: number; readonly isKept: (queue: string, message: StoredMessage) => boolean },
): QueueJournal {
  const restored = new Map<string, Map<string, StoredMessage>>();
  let history = 0;
  for (const record of journal.replay(topic) as readonly QueueRecord[]) {
    apply(restored, record);
    history += 1;
  }
  for (const [name, messages] of restored) {
    for (const message of messages.values()) {
      if (!isKept(name, message)) continue;
      if (message.receiveCount > 0) message.visibleAt = 0;
      queues.get(name)?.add(message, now);
    }
  }

  const compact = (): void => {
    const records: QueueRecord[] = [];
    for (const [queue, state] of queues)
      for (const message of state.all()) records.push({ op: 'send', queue, message });
    history = records.length;
    journal.compact(topic, records);
  };
  if (history > 0) compact();

  return {
    append(record) {
      journal.append({ topic: topic, value: record });
      history += 1;
      if (history < fewestRecords || history % fewestRecords !== 0) return;
      const alive = [...queues.values()].reduce((sum, state) => sum + state.size(), 0);
      if (history > alive * historyPerMessage) compact();
    },
  };
}

function apply(restored: Map<string, Map<string, StoredMessage>>, record: QueueRecord): void {
  const messagesOf = (queue: string): Map<string, StoredMessage> => {
    const messages = restored.get(queue) ?? new Map<string, StoredMessage>();
    restored.set(queue, messages);
    return messages;
  };
  const messages = messagesOf(record.queue);
  if (record.op === 'send') messages.set(record.message.id, record.message);
  else if (record.op === 'purge') messages.clear();
  else if (record.op === 'receive') {
    const message = messages.get(record.id);
    if (message) Object.assign(message, { receiveCount: record.count, firstReceivedAt: record.firstReceivedAt });
  } else {
    messages.delete(record.id);
    if (record.op === 'move') messagesOf(record.to).set(record.id, record.message);
  }
}
