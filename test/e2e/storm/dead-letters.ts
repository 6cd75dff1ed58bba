import { readFileSync, writeFileSync } from 'node:fs';
import { toBusEvent } from '../../../ops/dead-letter.ts';
import type { Storm } from './generate.ts';

/** One line of an export. */
export interface ExportedDeadLetter {
  readonly queue: string;
  readonly messageId: string;
  readonly reason: string;
  readonly detail: string;
  readonly body: string;
}

export function readExport(file: string): readonly ExportedDeadLetter[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedDeadLetter);
}

export function eventIdOf({ body }: ExportedDeadLetter): string {
  return String((toBusEvent(body)?.detail as { eventId?: unknown } | undefined)?.eventId);
}

/** What a person would do with the exported dead letters: each with the event as it should have been, and what is no event dropped. */
export function writeCorrections(file: string, deadLetters: readonly ExportedDeadLetter[], storm: Storm): void {
  const lines = deadLetters.map((deadLetter) => {
    const right = storm.broken.get(eventIdOf(deadLetter))?.right;
    if (!right) return { messageId: deadLetter.messageId, body: null };
    const event = {
      ...(JSON.parse(deadLetter.body) as { event?: object }),
      source: right.source,
      'detail-type': right.type,
      detail: right.detail,
    };
    const { event: wrapped, ...outer } = event;
    return { messageId: deadLetter.messageId, body: { ...wrapped, ...outer } };
  });
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
