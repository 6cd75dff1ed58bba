import { readOptions } from '../../shared/command-line/read-options.ts';
import type { EngineKind } from '../core/engines/engine.ts';
import { UsageError } from '../../shared/command-line/usage-error.ts';
import { parseHttpPort } from '../../shared/command-line/http-port.ts';

export const help = `Usage: npm start -- [options]

Runs the product on this machine from the synthesized CDK app.

  --port N         both HTTP APIs on port N, the AWS endpoint on N + 1 (default 3000)
  --data DIR       keep all state in DIR; forgotten at the end without it
  --engine ENGINE  dynoxide (default), dynamodb-local (needs Java), or the URL of a DynamoDB
  --empty          no demo data
  --assembly DIR   run this cloud assembly instead of synthesizing one
  --help           this text`;

export interface StartOptions {
  readonly port: number;
  readonly data?: string;
  readonly engine: EngineKind;
  readonly empty: boolean;
  readonly assembly?: string;
}

/**
 * Reads the options of `npm start`; `'help'` when that is what was asked for.
 *
 * @throws UsageError naming the option that is unknown or wrong.
 */
export function parseStart(args: readonly string[]): StartOptions | 'help' {
  const { port, data, engine, empty, assembly, help: asked } = read(args);
  if (asked) return 'help';
  return {
    port: parseHttpPort('--port', port),
    engine: parseEngine(engine),
    empty,
    ...(data !== undefined && { data: parseFolder('--data', data) }),
    ...(assembly !== undefined && { assembly: parseFolder('--assembly', assembly) }),
  };
}

function read(args: readonly string[]) {
  return readOptions(
    {
      args: [...args],
      allowPositionals: false,
      options: {
        port: { type: 'string', default: '3000' },
        data: { type: 'string' },
        engine: { type: 'string', default: 'dynoxide' },
        empty: { type: 'boolean', default: false },
        assembly: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    '--help',
  ).values;
}

function parseEngine(engine: string): EngineKind {
  if (engine === 'dynoxide' || engine === 'dynamodb-local') return engine;
  if (/^https?:\/\//.test(engine) && URL.canParse(engine)) return new URL(engine);
  throw new UsageError(`--engine: must be dynoxide, dynamodb-local or an http URL, not "${engine}".`);
}

function parseFolder(option: string, folder: string): string {
  if (folder === '') throw new UsageError(`${option}: needs a folder.`);
  return folder;
}
