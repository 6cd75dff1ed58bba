import type { Table } from '../../../shared/table/client.ts';
import { interceptTable } from '../../builders/engines/intercepted-table.ts';

export class Crash extends Error {
  override readonly name = 'Crash';
}

export interface CrashPlan {
  /** Writes that still succeed; after them the process is dead: reads fail too. */
  readonly afterWrites: number;
  /** Whether the write that crashes takes place, its reply being what is lost. */
  readonly writeTakesPlace: boolean;
}

const reads = ['GetCommand', 'BatchGetCommand', 'QueryCommand', 'TransactGetCommand'];

/** The table as a process sees it that dies in the middle of its work. */
export function crashing(table: Table, plan: CrashPlan): Table {
  let left = plan.afterWrites;
  let dead = false;
  return interceptTable(table, async (command, perform) => {
    if (dead) throw new Crash('the process is dead');
    if (reads.includes(command) || left-- > 0) return perform();
    dead = true;
    if (plan.writeTakesPlace) await perform();
    throw new Crash('the process died');
  });
}
