import type { Item } from '../../../shared/table/batch-get.ts';
import type { Table } from '../../../shared/table/client.ts';
import { activityKey } from '../../../shared/table/keys.ts';
import { queryPartition } from './partitions.ts';

/** What was recorded of a shop, oldest first: all of it, or the events of these types. */
export async function eventsOf(table: Table, shopId: string, ...types: readonly string[]): Promise<readonly Item[]> {
  const items = await queryPartition(table, activityKey(shopId, '').pk);
  return items.filter(({ type }) => types.length === 0 || types.includes(String(type)));
}

/** Types of a shop's events, oldest first, without those of its access. */
export async function eventTypesOf(table: Table, shopId: string): Promise<readonly string[]> {
  const types = (await eventsOf(table, shopId)).map(({ type }) => String(type));
  return types.filter((type) => !type.startsWith('Access'));
}

/** What events of alerts tell, e.g. `raised: open`. */
export function alertSteps(events: readonly Item[]): readonly string[] {
  return events.map(({ detail }) => {
    const { change, status } = detail as { change: string; status: string };
    return `${change}: ${status}`;
  });
}
