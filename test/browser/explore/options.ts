import { readOptions, wholeNumber } from '../../../shared/command-line/read-options.ts';

export interface ExploreOptions {
  readonly minutes: number;
  readonly seed: number;
}

/** @throws UsageError naming the option that is unknown or wrong. */
export function parseExplore(args: readonly string[], newSeed: () => number): ExploreOptions {
  const { minutes, seed } = readOptions(
    {
      args: [...args],
      allowPositionals: false,
      options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } },
    },
    '--minutes N, --seed N',
  ).values;
  return {
    minutes: wholeNumber('--minutes', minutes, 1, 600),
    seed: seed === undefined ? newSeed() : wholeNumber('--seed', seed, 0, 2 ** 32 - 1),
  };
}
