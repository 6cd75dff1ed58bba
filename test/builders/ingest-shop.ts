import { beforeEach } from 'vitest';
import type { Access } from '../../shared/access/rules.ts';
import { buildClock, noon } from './clock.ts';
import type { TestEngine } from './engines.ts';
import { createIngestWorld } from './ingest-world.ts';
import { accessItem } from './stored-items.ts';
import { useTable } from './table.ts';
import { putItems } from './table-items.ts';

/** The consumers over an empty table for each test around, in which `shop` has access; it is ten seconds after noon. */
export function useIngestShop(engine: TestEngine, access: Partial<Access> = {}) {
  const table = useTable(engine);
  const clock = buildClock();
  beforeEach(async () => {
    clock.time = noon + 10_000;
    await putItems(table, accessItem('shop', access));
  });
  return { table, clock, world: createIngestWorld(table, clock) };
}
