import { beforeEach } from 'vitest';
import type { Access } from '../../../shared/access/rules.ts';
import { buildClock, noon } from '../fakes/clock.ts';
import type { TestEngine } from '../engines/engines.ts';
import { createIngestWorld } from './ingest-world.ts';
import { accessItem } from '../items/stored-items.ts';
import { useTable } from '../engines/table.ts';
import { putItems } from '../items/table-items.ts';

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
