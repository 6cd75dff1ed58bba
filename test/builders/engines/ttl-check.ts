import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect } from 'vitest';

/** Epoch seconds of this century: milliseconds would be a date in tens of thousands of years, which DynamoDB takes for never. */
const earliest = Date.UTC(2015) / 1000;
const latest = Date.UTC(2100) / 1000;

const found: string[] = [];

/** Looks at every time to live that is written through this client, in an item or in an update. */
export function watchTtl(client: DynamoDBDocumentClient): void {
  client.middlewareStack.add(
    (next) => (args) => {
      for (const [where, ttl] of ttlsOf(args.input as WriteInput)) {
        if (!isTtl(ttl)) found.push(`${where} has the time to live ${JSON.stringify(ttl)}, which is no epoch second`);
      }
      return next(args);
    },
    // Before the items are marshalled.
    { step: 'initialize', priority: 'high', name: 'watchTtl' },
  );
}

export function isTtl(ttl: unknown): boolean {
  return typeof ttl === 'number' && Number.isInteger(ttl) && ttl > earliest && ttl < latest;
}

/** Fails the test that wrote one which is wrong. */
export function useTtlCheck(): void {
  afterEach(() => {
    expect(found.splice(0)).toEqual([]);
  });
}

/** To be called by a test that writes such: what was found, which then fails nothing. */
export function takeWrongTtls(): readonly string[] {
  return found.splice(0);
}

interface Update {
  readonly Key?: Readonly<Record<string, unknown>>;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
}
interface Put {
  readonly Item?: Readonly<Record<string, unknown>>;
}
interface WriteInput extends Update, Put {
  readonly TransactItems?: readonly { readonly Put?: Put; readonly Update?: Update }[];
}

/** Each time to live with the partition of its item. */
function ttlsOf(input: WriteInput): readonly (readonly [string, unknown])[] {
  const writes = [input, ...(input.TransactItems ?? []).flatMap(({ Put, Update }) => [Put ?? {}, Update ?? {}])];
  return writes.flatMap((write: WriteInput) => [...ofItem(write), ...ofUpdate(write)]);
}

function ofItem({ Item = {} }: Put): readonly (readonly [string, unknown])[] {
  return 'ttl' in Item && Item['ttl'] !== undefined ? [[String(Item['pk']), Item['ttl']]] : [];
}

function ofUpdate({
  Key,
  UpdateExpression = '',
  ExpressionAttributeNames: names = {},
  ExpressionAttributeValues: values = {},
}: Update): readonly (readonly [string, unknown])[] {
  return Object.entries({ ttl: 'ttl', ...names })
    .filter(([, attribute]) => attribute === 'ttl')
    .flatMap(([name]) => [...UpdateExpression.matchAll(new RegExp(`(?<![\\w#])${name} = (:\\w+)`, 'g'))])
    .map(([, value = '']) => [String(Key?.['pk']), values[value]]);
}
