import type * as z from 'zod';

/** In place of a field that is absent. */
export const isRequired = 'is required';

const typeRules: Readonly<Record<string, string>> = {
  string: 'must be a string',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be an array',
  object: 'must be an object',
};

/** Of a value of another JSON type than the one that is expected. */
export function typeRule(expected: string): string {
  return typeRules[expected] ?? isNotValid;
}

export function oneOfRule(values: readonly unknown[]): string {
  return `must be ${values.length > 1 ? 'one of ' : ''}${values.join(', ')}`;
}

const isNotValid = 'is not valid';

/**
 * What is wrong with a field, to be read behind its name: for whatever the schema has no words of its own. Nothing of the
 * input is repeated.
 */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  const isAbsent = issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  if (isAbsent) return isRequired;
  if (issue.code === 'invalid_type') return typeRule(issue.expected);
  if (issue.code === 'invalid_value') return oneOfRule(issue.values);
  if (issue.code === 'too_small') return sizeRule(issue.origin, 'at least', issue.minimum);
  if (issue.code === 'too_big') return sizeRule(issue.origin, 'at most', issue.maximum);
  return isNotValid;
};

const units: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

function sizeRule(origin: string, side: 'at least' | 'at most', limit: number | bigint): string {
  if (origin === 'string' && side === 'at least' && Number(limit) === 1) return 'must not be empty';
  const unit = units[origin];
  const number = limit.toLocaleString('en-US');
  return unit === undefined ? `must be ${side} ${number}` : `must have ${side} ${number}${unit}`;
}
