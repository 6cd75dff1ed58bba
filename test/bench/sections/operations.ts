import { alertSteps } from '../operations/alert-steps.ts';
import { blockSteps } from '../operations/block-steps.ts';
import type { Least } from '../operations/least.ts';
import { leastOfAlerts } from '../operations/least-alerts.ts';
import { leastOfBlocks } from '../operations/least-blocks.ts';
import { leastOfGate } from '../operations/least-gate.ts';
import { leastLater } from '../operations/least-later.ts';
import { leastOfUndo } from '../operations/least-undo.ts';
import { laterSteps } from '../operations/later-steps.ts';
import { startMeasuredProduct } from '../operations/measured-product.ts';
import { openMeasuredShop } from '../operations/shop-under-measure.ts';
import type { Scenario } from '../subjects/messages.ts';
import type { Cost } from '../world/cost.ts';
import { allowed, allowedByExemption, denied, deniedFirst } from '../world/seed.ts';
import { countCost } from './growth.ts';
import { startAt } from './section.ts';
import type { Bench } from './section.ts';

export interface OperationCost extends Cost {
  /** Who does it. */
  readonly function: string;
  readonly least: Least;
}
export type Operations = Readonly<Record<string, OperationCost>>;

const leastCosts: Readonly<Record<string, Least>> = {
  ...leastOfGate,
  ...leastOfBlocks,
  ...leastOfUndo,
  ...leastOfAlerts,
  ...leastLater,
};
const buyers = 42;

/** Round trips and consumed capacity of every operation, as recorded, with an `Idempotency-Key` where one is taken. */
export async function measureOperations(bench: Bench): Promise<Operations> {
  return { ...(await measureGate(bench)), ...(await measureProduct(bench)) };
}

/** The gate's bundle, without the delays that show which calls wait for which: it would take them for a lost answer. */
async function measureGate(bench: Bench): Promise<Operations> {
  const scenarios: readonly (readonly [keyof typeof leastOfGate, Scenario])[] = [
    ['gate: allow', allowed(1)],
    ['gate: allow an exempt buyer', allowedByExemption],
    ['gate: deny, first of this buyer here', deniedFirst],
    ['gate: deny, buyer seen before', denied(1)],
    ['gate: allow 50', allowed(50)],
    ['gate: deny 50 in 10 shops, buyers seen before', denied(50)],
  ];
  const gate = await startAt(bench, 'gate', bench.tables.small, { tableUrl: bench.world.proxy.url });
  const found: [string, OperationCost][] = [];
  try {
    for (const [name, scenario] of scenarios)
      found.push([name, toCost(name, 'gate', await countCost(bench, gate, scenario))]);
  } finally {
    await gate.close();
  }
  return Object.fromEntries(found);
}

/** All the others, in a started product, from the calls that it records. */
async function measureProduct({ say }: Bench): Promise<Operations> {
  say('operations, in a started product');
  const product = await startMeasuredProduct();
  const found: [string, OperationCost][] = [];
  try {
    const shop = await openMeasuredShop(product, buyers);
    const parts = { blocks: blockSteps, alerts: alertSteps, 'what follows later': laterSteps };
    for (const [part, stepsOf] of Object.entries(parts)) {
      say(`operations: ${part}`);
      for (const step of stepsOf(product, shop)) {
        for (const { row, by, cost } of await product.measure(step)) found.push([row, toCost(row, by, cost)]);
      }
    }
  } finally {
    await product.stop();
  }
  return Object.fromEntries(found);
}

function toCost(row: string, by: string, cost: Cost): OperationCost {
  const least = leastCosts[row];
  if (!least) throw new Error(`There is no least for: ${row}`);
  return { function: by, ...cost, least };
}
