import type { Table } from '../../../shared/table/client.ts';

/** What a call goes through: its command's name, e.g. `TransactWriteCommand`, and how to perform it. */
export type Interceptor = (command: string, perform: () => Promise<unknown>) => Promise<unknown>;

/**
 * A table whose every call goes through a function, which may perform it, fail instead, or perform it and then
 * fail, as when a reply is lost. Engines never raise conflicts or lose replies by themselves.
 */
export function interceptTable(table: Table, interceptor: Interceptor): Table {
  const send = (command: object) => interceptor(command.constructor.name, () => table.client.send(command as never));
  return {
    get name() {
      return table.name;
    },
    get client() {
      return { send } as unknown as Table['client'];
    },
  };
}

/** A table whose first write is performed, and whose reply to it is lost. */
export function losingFirstReply(table: Table): Table {
  let writes = 0;
  return interceptTable(table, async (command, perform) => {
    const reply = await perform();
    if (command === 'TransactWriteCommand' && writes++ === 0)
      throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    return reply;
  });
}
