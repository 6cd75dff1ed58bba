import { readFileSync, writeFileSync } from 'node:fs';
import { toBusEvent } from '../../../ops/dead-letter.ts';
import type { Storm } from './generate.ts';

/** One line of an export. */
export interface ExportedLetter {
  readonly queue: string;
  readonly messageId: string;
  readonly reason: string;
  readonly detail: string;
  readonly body: string;
}

export function readExport(file: string): readonly ExportedLetter[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedLetter);
}

export function eventIdOf({ body }: ExportedLetter): string {
  return String((toBusEvent(body)?.detail as { eventId?: unknown } | undefined)?.eventId);
}

/** What a person would do with the exported letters: each with the event as it should have been, and what is no event dropped. */
export function writeCorrections(file: string, letters: readonly ExportedLetter[], storm: Storm): void {
  const lines = letters.map((letter) => {
    const right = storm.broken.get(eventIdOf(letter))?.right;
    if (!right) return { messageId: letter.messageId, body: null };
    const event = {
      ...(JSON.parse(letter.body) as { event?: object }),
      source: right.source,
      'detail-type': right.type,
      detail: right.detail,
    };
    const { event: wrapped, ...outer } = event;
    return { messageId: letter.messageId, body: { ...wrapped, ...outer } };
  });
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
