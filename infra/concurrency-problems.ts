import type { StageConfig } from './settings/settings-schema.ts';

/** What is wrong with the limits of functions: names that no function has. */
export function concurrencyProblems(
  { reservedConcurrency = {} }: Pick<StageConfig, 'reservedConcurrency'>,
  functions: readonly { readonly name: string }[],
): readonly string[] {
  const names = functions.map(({ name }) => name);
  return Object.keys(reservedConcurrency)
    .filter((name) => !names.includes(name))
    .map((name) => `reservedConcurrency.${name} names no function; there are ${names.join(', ')}`);
}
