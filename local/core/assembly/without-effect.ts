import { noEffect } from './property-rules.ts';
import type { PropertyRules } from './property-rules.ts';

/** A rule for each of these properties: they change nothing on one machine. They are listed all the same, as a new one is worth a look. */
export function withoutEffect(because: string, ...names: readonly string[]): PropertyRules {
  return Object.fromEntries(names.map((name) => [name, noEffect(because)]));
}
