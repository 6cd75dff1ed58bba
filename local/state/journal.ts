import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from '../ports.ts';
import { openJournalFile } from './journal-file.ts';
import type { JournalFile } from './journal-file.ts';

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
