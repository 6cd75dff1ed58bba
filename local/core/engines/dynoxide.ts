import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { EngineCommand } from './engine-command.ts';
import { indexStreamRecords } from './stream-index.ts';

/**
 * The native engine, a binary from npm over SQLite: always over a file, as only a file can be given an index before.
 *
 * @throws Error when npm left it out, which it does on platforms without a build of it.
 */
export function dynoxideCommand(port: number, directory: string): EngineCommand {
  const program = findBinary();
  const file = join(directory, 'dynoxide.db');
  indexStreamRecords(file);
  return {
    program,
    args: ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file],
  };
}

function findBinary(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`${name}/dynoxide`);
  } catch (error) {
    throw new Error(
      `The engine dynoxide is not installed for this platform (${name}); use --engine dynamodb-local with Java, or --engine URL.`,
      { cause: error },
    );
  }
}
