import type { Item } from '../../../shared/table/batch-get.ts';
import { keyText } from '../../../shared/table/keys.ts';
import type { Key } from '../../../shared/table/keys.ts';
import type { PlanReader, ReadPlan } from '../../../shared/table/read-plan.ts';

export type StoredItem = Key & Item;

/** Reads plans from items in memory, and keeps which keys each read asked for. */
export function fakeReader(...items: readonly StoredItem[]) {
  const stored = new Map(items.map((item) => [keyText(item), item]));
  const unseen = new Set<string>();
  const reads: { readonly settled: boolean; readonly keys: readonly Key[] }[] = [];
  const decode = <Value>(plan: ReadPlan<Value>, settled: boolean): Value => {
    reads.push({ settled, keys: plan.keys });
    return plan.decode({
      get: (key) => (unseen.has(keyText(key)) && !settled ? undefined : stored.get(keyText(key))),
    });
  };
  const reader: PlanReader = {
    read: async (plan) => decode(plan, false),
    readSettled: async (plan) => decode(plan, true),
  };
  return {
    reader,
    reads,
    put: (item: StoredItem): void => void stored.set(keyText(item), item),
    /** What a transaction under way has written, and a plain read does not show yet. */
    putUnseen(item: StoredItem): void {
      stored.set(keyText(item), item);
      unseen.add(keyText(item));
    },
  };
}
