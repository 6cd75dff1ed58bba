import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { EngineCommand } from './engine-command.ts';

/**
 * The native engine, a binary from npm over SQLite.
 *
 * @throws Error when npm left it out, which it does on platforms without a build of it.
 */
export function dynoxideCommand(port: number, dataDirectory: string | undefined): EngineCommand {
  return {
    program: findBinary(),
    args: [
      'serve',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      ...(dataDirectory === undefined ? [] : ['--db-path', join(dataDirectory, 'dynoxide.db')]),
    ],
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
