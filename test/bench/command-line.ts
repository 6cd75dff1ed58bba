/** Parts that are judged alone, in minutes. */
export const parts = ['decisions', 'lookups'] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  /** The sizes of the promise itself: a million markers, groups of 5,000, 1,000 answers without a store. */
  readonly full: boolean;
  /** Fails when a threshold is passed. */
  readonly check: boolean;
  /** How often everything is measured, each against all others in the same round. */
  readonly rounds: number;
  /** Just this part, judged and shown; nothing is saved. */
  readonly only?: Part;
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
    else if (flag === '--only' && isPart(args[index + 1])) options.only = args[++index] as Part;
    else throw new Error(`Unknown: ${flag}. Known: --check --full --rounds N --only ${parts.join('|')}`);
  }
  if (!Number.isInteger(options.rounds) || options.rounds < 5) throw new Error('--rounds takes a whole number from 5.');
  return options;
}

function isPart(text: string | undefined): boolean {
  return parts.some((part) => part === text);
}
