import { writeFile } from 'node:fs/promises';
import { measureOrderLife } from './measure.ts';

/** Writes what an order's statuses cost, for docs/cost.md: `node run.js test/bench/order-life/record.ts`. */
const statuses = await measureOrderLife();
const file = new URL('../results/order-life.json', import.meta.url);
await writeFile(file, `${JSON.stringify({ ranAt: new Date().toISOString().slice(0, 10), statuses }, undefined, 2)}\n`);
console.table(statuses);
