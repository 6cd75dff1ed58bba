import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The error of a program for what its command line asks for and cannot be; its message is for people. */
type Refusal = new (message: string, options?: ErrorOptions) => Error;

/**
 * Reads a command line. Of the messages of `parseArgs` only the first sentence is for people.
 *
 * @param help where all options are told, e.g. `access --help`.
 * @throws of `refusal`, naming the option that is unknown or wrong.
 */
export function readOptions<Config extends ParseArgsConfig>(config: Config, help: string, refusal: Refusal) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new refusal(`${(error as Error).message.split('. ')[0]}. See ${help}.`, { cause: error });
  }
}

/**
 * @param option as it is written, e.g. `--port`.
 * @throws of `refusal`, naming the option, for anything but a whole number in this range.
 */
export function wholeNumber(option: string, text: string, least: number, most: number, refusal: Refusal): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new refusal(`${option}: must be a whole number from ${least} to ${most}, not "${text}".`);
}
