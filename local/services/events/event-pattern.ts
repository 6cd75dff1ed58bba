import { compileOperator } from './pattern-operators.ts';
import type { LeafMatcher } from './pattern-operators.ts';

/** Whether an event passes a pattern. */
export type EventMatcher = (event: unknown) => boolean;

/** Fewest alternatives of an `$or`, as EventBridge counts. */
const fewestAlternatives = 2;

/**
 * Compiles an EventBridge event pattern, once, into a function of the parsed event.
 *
 * A field of the pattern is a nested pattern or a list of which one entry must match; a field of the event
 * that is a list matches when one of its elements does. Operators apply to leaves. Source: "Comparison
 * operators for use in event patterns" of the EventBridge user guide.
 *
 * @throws Error naming the field for an unknown operator, an empty pattern or a value that is not in a list.
 */
export function compilePattern(pattern: unknown, path = 'pattern'): EventMatcher {
  if (!isObject(pattern)) throw new Error(`${path} must be an object.`);
  const fields = Object.entries(pattern);
  if (fields.length === 0)
    throw new Error(`${path} is empty; a pattern without a field matches nothing that could be meant.`);
  const matchers = fields.map(([name, value]) => compileField(name, value, `${path}.${name}`));
  return (event) => {
    // The elements of a list are looked at one by one, so that two fields are never found in two elements.
    if (Array.isArray(event) && event.length > 0)
      return event.some((element) => matchers.every((matches) => matches(element)));
    return matchers.every((matches) => matches(event));
  };
}

function compileField(name: string, value: unknown, path: string): EventMatcher {
  if (name === '$or') return compileAlternatives(value, path);
  const matches = Array.isArray(value) ? compileLeaf(value, path) : compilePattern(value, path);
  return (event) => matches(isObject(event) && Object.hasOwn(event, name) ? event[name] : undefined);
}

function compileAlternatives(value: unknown, path: string): EventMatcher {
  if (!Array.isArray(value) || value.length < fewestAlternatives)
    throw new Error(`${path} must list at least two patterns.`);
  const alternatives = value.map((alternative, index) => compilePattern(alternative, `${path}[${index}]`));
  return (event) => alternatives.some((matches) => matches(event));
}

function compileLeaf(entries: readonly unknown[], path: string): EventMatcher {
  if (entries.length === 0) throw new Error(`${path} is an empty list, which matches nothing.`);
  const matchers = entries.map((entry, index) => compileEntry(entry, `${path}[${index}]`));
  return (value) => leavesOf(value).some((leaf) => matchers.some((matches) => matches(leaf)));
}

function compileEntry(entry: unknown, path: string): LeafMatcher {
  if (isObject(entry)) return compileOperator(entry, path);
  if (Array.isArray(entry)) throw new Error(`${path} is a list inside a list.`);
  return (leaf) => leaf === entry;
}

/** What operators look at: a scalar, each element of a list, or undefined where there is no leaf, as in an object. */
function leavesOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return [isObject(value) ? undefined : value];
  return value.length === 0 ? [undefined] : value.flatMap(leavesOf);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
