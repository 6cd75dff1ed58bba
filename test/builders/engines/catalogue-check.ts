import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect } from 'vitest';
import { ownEvents } from '../../../shared/contracts/events/catalogue.ts';

/**
 * What an event of ours, as it is stored and published, does otherwise than its contract in the catalogue: fields that are wrong,
 * missing or not described. Empty when it does as it should.
 */
export function departures(type: string, detail: unknown): readonly string[] {
  const event = ownEvents.find((entry) => entry.event.type === type)?.event;
  if (!event) return [`"${type}" is in no catalogue`];
  const parsed = event.detail.safeParse(detail);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${type} ${path.join('.')}: ${message}`);
  if (isDeepStrictEqual(parsed.data, detail)) return [];
  // Unknown fields are left out when it is parsed, and defaults are put in.
  return [`${type} ${JSON.stringify(detail)} is read as ${JSON.stringify(parsed.data)}`];
}

const found: string[] = [];

/** Looks at every event that is written through this client, whatever becomes of the write. */
export function watchEvents(client: DynamoDBDocumentClient): void {
  client.middlewareStack.add(
    (next) => (args) => {
      for (const item of itemsOf(args.input)) {
        if ('outboxPk' in item) found.push(...departures(String(item['type']), item['detail']));
      }
      return next(args);
    },
    // Before the items are marshalled.
    { step: 'initialize', priority: 'high', name: 'watchEvents' },
  );
}

/** Fails the test that wrote an event which departs from the catalogue. */
export function useCatalogueCheck(): void {
  afterEach(() => {
    expect(found.splice(0)).toEqual([]);
  });
}

/** To be called by a test that writes such an event: what was found, which then fails nothing. */
export function takeDepartures(): readonly string[] {
  return found.splice(0);
}

interface WriteInput {
  readonly Item?: object;
  readonly TransactItems?: readonly { readonly Put?: { readonly Item?: object } }[];
}

function itemsOf(input: object): readonly Readonly<Record<string, unknown>>[] {
  const { Item, TransactItems = [] } = input as WriteInput;
  const items = [Item, ...TransactItems.map(({ Put }) => Put?.Item)];
  return items.flatMap((item) => (item ? [item as Record<string, unknown>] : []));
}
