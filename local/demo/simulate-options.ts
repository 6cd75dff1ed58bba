import { readOptions, wholeNumber } from '../../shared/command-line/read-options.ts';
import { parseHttpPort } from '../../shared/command-line/http-port.ts';

export const simulateHelp = `Usage: npm run simulate -- [options]

Plays a marketplace's day against a product that npm start runs.

  --rate N     happenings a second (default 5, at most 200)
  --port N     the port of npm start (default 3000)
  --seconds S  end after so long; without it, with Ctrl-C
  --help       this text`;

export interface SimulateOptions {
  readonly rate: number;
  readonly port: number;
  readonly seconds: number;
}

/** @throws UsageError naming the option that is unknown or wrong. */
export function parseSimulate(args: readonly string[]): SimulateOptions | 'help' {
  const { rate, port, seconds, help } = read(args);
  if (help) return 'help';
  return {
    rate: wholeNumber('--rate', rate, 1, 200),
    port: parseHttpPort('--port', port),
    seconds: seconds === undefined ? Number.POSITIVE_INFINITY : wholeNumber('--seconds', seconds, 1, 999_999_999),
  };
}

function read(args: readonly string[]) {
  return readOptions(
    {
      args: [...args],
      allowPositionals: false,
      options: {
        rate: { type: 'string', default: '5' },
        port: { type: 'string', default: '3000' },
        seconds: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    '--help',
  ).values;
}
