import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CollectedLog {
  readonly lines: readonly string[];
  log(line: string): void;
}

const folder = process.env['SSC_LOG_SCAN'];
const file = folder && join(folder, `collected-${process.pid}-${Date.now()}.log`);

/**
 * A log that a test gives to a part of the local runtime and reads itself. Nothing of it reaches the process's output, so
 * that it is written down here for the search of all logs.
 */
export function collectLog(): CollectedLog {
  const lines: string[] = [];
  return {
    lines,
    log(line) {
      lines.push(line);
      if (file) appendFileSync(file, `${line}\n`);
    },
  };
}
