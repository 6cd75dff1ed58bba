import type { Table } from '../../../shared/table/client.ts';

/** A command of the document client, as far as tests look at it. */
export interface SentCommand {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A table that answers by a script instead of an engine, and keeps what it was asked. */
export function scriptedTable(
  answer: (command: SentCommand, call: number) => unknown,
): Table & { readonly sent: SentCommand[] } {
  const sent: SentCommand[] = [];
  const send = async (command: { constructor: { name: string }; input: SentCommand['input'] }) => {
    const seen = { name: command.constructor.name, input: command.input };
    sent.push(seen);
    return answer(seen, sent.length);
  };
  return { name: 'ssc-test', client: { send } as unknown as Table['client'], sent };
}

/** The same table, but something happens before chosen commands: what somebody else does in between. */
export function interleaved(table: Table, before: (command: SentCommand, call: number) => Promise<void> | void): Table {
  let calls = 0;
  const client = new Proxy(table.client, {
    get(target, property) {
      if (property !== 'send') return Reflect.get(target, property) as unknown;
      return async (command: { constructor: { name: string }; input: SentCommand['input'] }, options?: object) => {
        calls += 1;
        await before({ name: command.constructor.name, input: command.input }, calls);
        return target.send(command as never, options as never);
      };
    },
  });
  return { name: table.name, client };
}

/** The same table, but somebody else gets in between: right before the first write, or the one behind so many, and only once. */
export function overtaken(table: Table, by: () => Promise<unknown>, writesBefore = 0): Table {
  let writes = 0;
  return interleaved(table, async ({ name }) => {
    if (name === 'TransactWriteCommand' && writes++ === writesBefore) await by();
  });
}
