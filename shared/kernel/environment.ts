/**
 * An environment variable that the function cannot do without.
 *
 * @throws Error naming the variable: a function that is wired wrongly stops at its start.
 */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is missing.`);
  return value;
}

/** An environment variable that only some stages have. */
export function optional(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** Words that are separated by spaces; none of them where the variable is missing or empty. */
export function listed(name: string): readonly string[] {
  return (process.env[name] ?? '').split(' ').filter(Boolean);
}

/** A whole number of the environment, at least `least`. */
export function requiredNumber(name: string, least: number): number {
  const value = Number(required(name));
  if (!Number.isInteger(value) || value < least)
    throw new Error(`The environment variable ${name} must be a whole number from ${least}.`);
  return value;
}

/** One of the values that an environment variable may have. */
export function requiredOneOf<const Value extends string>(name: string, values: readonly Value[]): Value {
  const value = required(name);
  const known = values.find((candidate) => candidate === value);
  if (known === undefined) throw new Error(`The environment variable ${name} must be one of ${values.join(', ')}.`);
  return known;
}
