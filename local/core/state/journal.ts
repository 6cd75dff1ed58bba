import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { openJournalFile } from './journal-file.ts';
import type { JournalFile } from './journal-file.ts';

/** Appends records that survive a SIGKILL of this process; in memory when there is no data folder. */
export interface Journal {
  /** Written before it returns. */
  append(record: JournalRecord): void;
  /** All records since the last compaction, in order; called once per topic at the start. */
  replay(topic: string): readonly unknown[];
  /** Replaces a topic's history by a shorter one that means the same. */
  compact(topic: string, records: readonly unknown[]): void;
}

export interface JournalRecord {
  readonly topic: string;
  readonly value: unknown;
}

export interface OpenJournal extends Journal {
  /** Closes the files; a later append opens them again. */
  close(): void;
}

/**
 * Opens the journal in a folder (made when absent), one file a topic. Without a folder nothing is
 * kept: `append` and `compact` do nothing and `replay` is empty.
 *
 * @throws Error naming file and line when a record other than a torn last one cannot be read.
 */
export function openJournal(directory: string | undefined): OpenJournal {
  if (directory === undefined) {
    return { append: () => undefined, replay: () => [], compact: () => undefined, close: () => undefined };
  }
  mkdirSync(directory, { recursive: true });
  const files = new Map<string, JournalFile>();
  const fileOf = (topic: string): JournalFile => {
    const open = files.get(topic);
    if (open) return open;
    const file = openJournalFile(join(directory, `${encodeURIComponent(topic)}.jsonl`));
    files.set(topic, file);
    return file;
  };

  return {
    append: ({ topic, value }) => fileOf(topic).append(value),
    replay: (topic) => fileOf(topic).read(),
    compact: (topic, records) => fileOf(topic).replace(records),
    close() {
      for (const file of files.values()) file.close();
      files.clear();
    },
  };
}
