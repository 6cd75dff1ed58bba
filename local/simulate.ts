import { UsageError } from '../shared/command-line/usage-error.ts';
import { parseSimulate, simulateHelp } from './demo/simulate-options.ts';
import { playDay } from './demo/play-day.ts';

/** `npm run simulate`: plays a marketplace's day through the bus and the gate until Ctrl-C. */

const write = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const options = parseSimulate(process.argv.slice(2));
  if (options === 'help') write(simulateHelp);
  else {
    const ending = new AbortController();
    process.once('SIGINT', () => ending.abort());
    process.once('SIGTERM', () => ending.abort());
    await playDay({
      ...options,
      httpUrl: `http://127.0.0.1:${options.port}`,
      endpointUrl: `http://127.0.0.1:${options.port + 1}`,
      write,
      signal: ending.signal,
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
