import bench from '../../bench/results/bench.json' with { type: 'json' };
import orderLife from '../../bench/results/order-life.json' with { type: 'json' };

/** What one operation costs, as it was recorded. */
export interface RecordedOperation {
  readonly function: string;
  readonly roundTrips: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}
export type OperationName = keyof typeof bench.operations;
export type OrderStatus = keyof typeof orderLife.statuses;

export const recordedAt = { operations: bench.ranAt.slice(0, 10), orderLife: orderLife.ranAt };

export function recorded(name: OperationName): RecordedOperation {
  return bench.operations[name];
}

/** Each status of an order that is delivered and kept. */
export const recordedStatuses: readonly (RecordedOperation & { readonly status: string })[] = Object.entries(
  orderLife.statuses,
).map(([status, cost]) => ({ ...cost, status, function: 'order-consumer' }));
