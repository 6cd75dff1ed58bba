import type { Journal } from '../../core/state/journal.ts';

/** A journal in memory that counts what would have gone to the disk. */
export function countingJournal() {
  const topics = new Map<string, readonly unknown[]>();
  const written = { appended: 0, rewritten: 0 };
  const journal: Journal = {
    append({ topic, value }) {
      written.appended += 1;
      const records = (topics.get(topic) as unknown[] | undefined) ?? [];
      records.push(value);
      topics.set(topic, records);
    },
    replay: (topic) => structuredClone(topics.get(topic) ?? []),
    compact(topic, records) {
      written.rewritten += records.length;
      topics.set(topic, structuredClone(records));
    },
  };
  return { journal, written, kept: (topic: string) => topics.get(topic)?.length ?? 0 };
}
