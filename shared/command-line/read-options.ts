import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error.ts';

/**
 * Reads a command line. Of the messages of `parseArgs` only the first sentence is for people.
 *
 * @param help where all options are told, e.g. `access --help`.
 * @throws UsageError naming the option that is unknown or wrong.
 */
export function readOptions<Config extends ParseArgsConfig>(config: Config, help: string) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. See ${help}.`, { cause: error });
  }
}

/**
 * @param option as it is written, e.g. `--port`.
 * @throws UsageError naming the option, for anything but a whole number in this range.
 */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${option}: must be a whole number from ${least} to ${most}, not "${text}".`);
}
