import { randomUUID } from 'node:crypto';
import { isCaller, unknown, unscoped } from './actors.ts';
import type { Actor, HttpRequest } from './actors.ts';
import type { Operation } from './document.ts';
import { shops, writers } from './objects.ts';
import type { ObjectName, Objects, Writer } from './objects.ts';
import type { Ask, Case, Row } from './rows.ts';

/** Where the object is: seen from one's own shop, or under the very shop that holds it. */
type Place = 'own' | 'foreign' | 'absent' | 'foreign_shop' | 'absent_shop';

/** One request of one actor, and what must come of it. */
export interface Cell {
  readonly name: string;
  readonly operation: Operation;
  readonly actor: Actor;
  readonly request: HttpRequest;
  /** The ID asked for, which an answer may repeat. */
  readonly asked: string;
  /** Status and code of a problem, or status, `gateway` and API Gateway's message. */
  readonly expected: string;
  /** Whether it is refused before anything is read. */
  readonly refusedFirst: boolean;
  /** Cells of one class must be answered byte for byte the same. */
  readonly sameAs?: string;
}

export type ObjectsByName = Readonly<Record<ObjectName, Objects>>;

/** All cells of one actor and route. */
export function cellsOf(operation: Operation, row: Row, actor: Actor, objects: ObjectsByName): readonly Cell[] {
  return row.cases.flatMap((one) =>
    placesOf(row, one).map((place) => {
      const by = place === 'own' ? writers.find((writer) => writer === actor) : undefined;
      const id = one.object ? idAt(objects[one.object], place, by) : '';
      const expected = expectedOf(operation, row, one, actor, place);
      const route = [operation.operationId, one.object, actor].filter(Boolean).join(' ');
      const sameAs = classOf(row, actor, place);
      return {
        name: `${route} ${place}`,
        operation,
        actor,
        request: toRequest(operation, row, shopAt(row, place), one.ask?.(id, by) ?? {}),
        asked: id,
        expected,
        refusedFirst: expected === '403 forbidden' || expected.includes('gateway'),
        ...(sameAs ? { sameAs: `${route} ${sameAs}` } : {}),
      };
    }),
  );
}

function placesOf({ api }: Row, { object }: Case): readonly Place[] {
  if (api === 'seller') {
    return object
      ? ['own', 'foreign', 'absent', 'foreign_shop', 'absent_shop']
      : ['own', 'foreign_shop', 'absent_shop'];
  }
  return object ? ['own', 'foreign', 'absent'] : ['own'];
}

/** The rules that all routes share; the row says the rest. */
function expectedOf(operation: Operation, row: Row, one: Case, actor: Actor, place: Place): string {
  const answers = { own: one.own, foreign: one.foreign, absent: one.absent };
  if (row.api === 'open') return operation.success;
  if (row.api === 'service') {
    if (actor !== row.caller) return '403 gateway Forbidden';
    return answers[place as keyof typeof answers] ?? operation.success;
  }
  if (isCaller(actor) || isOneOf(unknown, actor)) return '401 gateway Unauthorized';
  if (isOneOf(unscoped, actor)) return '403 gateway Forbidden';
  if (actor === 'other_shop' || place === 'foreign_shop' || place === 'absent_shop') return '403 forbidden';
  if (actor === 'viewer' && row.writes) return '403 forbidden';
  if (actor === 'agent' && row.ownersOnly) return '403 forbidden';
  return answers[place] ?? operation.success;
}

/** Which of them nobody may tell apart: services see all shops. */
function classOf({ api }: Row, actor: Actor, place: Place): string | undefined {
  if (api !== 'seller') return undefined;
  if (actor === 'other_shop' || place === 'foreign_shop' || place === 'absent_shop') return 'outside';
  return place === 'own' ? undefined : 'inside';
}

function idAt(of: Objects, place: Place, by: Writer | undefined): string {
  if (place === 'own') return (by && of.taken?.(by)) ?? of.own;
  return place === 'foreign' || place === 'foreign_shop' ? of.foreign : of.absent;
}

/** Sellers stay in their shop unless the place says otherwise; a service names the shop of the object. */
function shopAt({ api }: Row, place: Place): string {
  if (place === 'foreign_shop' || (place === 'foreign' && api === 'service')) return shops.foreign;
  return place === 'absent_shop' ? shops.absent : shops.own;
}

function toRequest(operation: Operation, row: Row, shopId: string, { path, query, body }: Ask): HttpRequest {
  const variables: Readonly<Record<string, string>> = { shopId, ...path };
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`${operation.operationId}: its row says nothing of ${name}`);
    return value;
  });
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  return {
    method: operation.method,
    path: `${filled}${search}`,
    headers: row.writes ? { 'idempotency-key': randomUUID() } : {},
    ...(body === undefined ? {} : { body }),
  };
}

function isOneOf(list: readonly string[], actor: Actor): boolean {
  return list.includes(actor);
}
