import type { ItemsByKey } from './batch-get.ts';
import type { Key } from './keys.ts';

/**
 * What a store wants read, and what it makes of it. Opaque to everybody else: who composes several into one round trip
 * names no key and decodes no item.
 */
export interface ReadPlan<Value> {
  readonly keys: readonly Key[];
  readonly decode: (items: ItemsByKey) => Value;
}
type ValueOf<Plan> = Plan extends ReadPlan<infer Value> ? Value : never;

/** Several plans as one, each under its name: one round trip, in which a key that two of them want is read once. */
export function combineReads<const Plans extends Readonly<Record<string, ReadPlan<unknown>>>>(
  plans: Plans,
): ReadPlan<{ readonly [Name in keyof Plans]: ValueOf<Plans[Name]> }> {
  const named = Object.entries(plans);
  return {
    keys: named.flatMap(([, { keys }]) => keys),
    decode: (items) =>
      Object.fromEntries(named.map(([name, plan]) => [name, plan.decode(items)])) as {
        readonly [Name in keyof Plans]: ValueOf<Plans[Name]>;
      },
  };
}

/** For a use case that begins with nothing of its own. */
export const nothingToRead: ReadPlan<undefined> = { keys: [], decode: () => undefined };

/** Reads what plans want, strongly consistent. */
export interface PlanReader {
  /** One round trip for up to 100 keys. Not a snapshot: a transaction under way can show in one item and not yet in another. */
  read<Value>(plan: ReadPlan<Value>): Promise<Value>;
  /** After every transaction that has begun on these items, at most 100 of them, at twice the price. */
  readSettled<Value>(plan: ReadPlan<Value>): Promise<Value>;
}
