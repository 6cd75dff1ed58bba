import type { Table } from '../../../shared/table/client.ts';

/** One call of a table: how much it read, as the engine counts it. */
export interface RecordedCall {
  readonly name: string;
  readonly capacityUnits: number;
  /** Items that a query read, before its filter. */
  readonly scanned: number;
  /** Keys that a batch asked for. */
  readonly asked: number;
  /** Items that a batch answered. */
  readonly found: number;
}

interface Measured {
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number } | readonly { readonly CapacityUnits?: number }[];
  readonly ScannedCount?: number;
  readonly Responses?: Readonly<Record<string, readonly unknown[]>>;
}

/** The same table, but each of its calls is measured and kept. */
export function recordCalls(table: Table): Table & { readonly calls: RecordedCall[] } {
  const calls: RecordedCall[] = [];
  const send = async (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
    command.input['ReturnConsumedCapacity'] = 'TOTAL';
    const reply = (await table.client.send(command as never)) as unknown as Measured;
    const consumed = [reply.ConsumedCapacity ?? []].flat();
    calls.push({
      name: command.constructor.name,
      capacityUnits: consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0),
      scanned: reply.ScannedCount ?? 0,
      asked: keysOf(command.input),
      found: Object.values(reply.Responses ?? {}).flat().length,
    });
    return reply;
  };
  return {
    calls,
    get name() {
      return table.name;
    },
    get client() {
      return { send } as unknown as Table['client'];
    },
  };
}

function keysOf({ RequestItems = {} }: { readonly RequestItems?: object }): number {
  return Object.values(RequestItems as Record<string, { readonly Keys?: readonly unknown[] }>).reduce(
    (sum, { Keys = [] }) => sum + Keys.length,
    0,
  );
}
