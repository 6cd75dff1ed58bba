export interface BenchOptions {
  /** The sizes of the promise itself: a million markers, groups of 5,000, 1,000 answers without a store. */
  readonly full: boolean;
  /** Fails when a threshold is passed. */
  readonly check: boolean;
  /** How often everything is measured, each against all others in the same round. */
  readonly rounds: number;
  /** Just the part that takes a minute, judged and shown; nothing is saved. */
  readonly only?: 'lookups';
}

/**
 * @throws Error naming a flag that does not exist, or fewer rounds than a median needs.
 */
export function readCommandLine(args: readonly string[]): BenchOptions {
  const options: { -readonly [Name in keyof BenchOptions]: BenchOptions[Name] } = {
    full: false,
    check: false,
    rounds: 7,
  };
  for (let index = 0; index < args.length; index++) {
    const flag = args[index];
    if (flag === '--full') options.full = true;
    else if (flag === '--check') options.check = true;
    else if (flag === '--rounds') options.rounds = Number(args[++index]);
    else if (flag === '--only' && args[++index] === 'lookups') options.only = 'lookups';
    else throw new Error(`Unknown: ${flag}. Known: --check --full --rounds N --only lookups`);
  }
  if (!Number.isInteger(options.rounds) || options.rounds < 5) throw new Error('--rounds takes a whole number from 5.');
  return options;
}
