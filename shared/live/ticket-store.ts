import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ShopScope } from '../access/scope.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { ticketKey } from '../table/keys.ts';

/** What a ticket opens: one connection of one seller to one shop. */
export interface Ticket {
  readonly shopId: ShopId;
  /** Subject of the token that asked for it. */
  readonly subject: string;
  /** When that connection ends: with the token, which names its shop no longer once a seller is taken off it. */
  readonly until: EpochMilliseconds;
  readonly expiresAt: EpochMilliseconds;
}

export interface TicketStore {
  issue(scope: ShopScope, hash: string, times: Pick<Ticket, 'until' | 'expiresAt'>): Promise<void>;
  /** By its hash alone, since whoever has the ticket has shown nothing else yet; used up by opening a connection. */
  read(hash: string): Promise<Ticket | undefined>;
}

export function createTicketStore(table: Table): TicketStore {
  return {
    async issue({ shopId, actor }, hash, { until, expiresAt }) {
      const ticket: Ticket = { shopId, subject: actor.id, until, expiresAt };
      const item = { ...ticketKey(hash), ...ticket, ttl: toTtl(expiresAt) };
      await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
    },
    async read(hash) {
      const key = ticketKey(hash);
      return (await batchGet(table, [key])).get(key) as unknown as Ticket | undefined;
    },
  };
}
