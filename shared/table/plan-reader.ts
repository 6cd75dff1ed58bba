import { batchGet } from './batch-get.ts';
import type { Table } from './client.ts';
import { keyText } from './keys.ts';
import type { PlanReader } from './read-plan.ts';
import { readSettled } from './settled-read.ts';

/** Reads from a table what plans want. */
export function createPlanReader(table: Table): PlanReader {
  return {
    async read(plan) {
      return plan.decode(await batchGet(table, plan.keys));
    },

    async readSettled(plan) {
      const unique = new Map(plan.keys.map((key) => [keyText(key), key]));
      const items = await readSettled(table, [...unique.values()]);
      const found = new Map([...unique.keys()].map((text, index) => [text, items[index]]));
      return plan.decode({ get: (key) => found.get(keyText(key)) });
    },
  };
}
