import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ofKind } from '../../../infra/function-definition.ts';
import { loadFunctions } from '../../../infra/load-functions.ts';
import { startLocal } from '../start-local.ts';
import type { LocalRuntime } from '../start-local.ts';
import { actors, createActors, sendWith } from './actors.ts';
import type { Send } from './actors.ts';
import { askCells } from './ask-cells.ts';
import type { Answer } from './ask-cells.ts';
import { cellsOf } from './cells.ts';
import type { Cell, ObjectsByName } from './cells.ts';
import { readDocument } from './document.ts';
import type { Description } from './document.ts';
import { shops } from './objects.ts';
import { rows } from './rows.ts';
import type { Row } from './rows.ts';
import { fillShops, showShop } from './world.ts';

const functions = ofKind(await loadFunctions(), 'http');
const sellerFunctions = functions.filter(({ routes }) => routes.some(({ api }) => api === 'seller'));
const deployed = (name: string) => `ssc-local-${name}`;
const routeFunctions = new Set(functions.map(({ name }) => deployed(name)));
/** IDs and usernames of the foreign shop; an ID of the product's own can end in `-b` as well. */
const namesOfForeign = /\b(blocked|exempt|lifted|risky|fresh|trusty|tagged|waived)-b\b/;
const noRow: Row = { api: 'open', cases: [] };

describe('every route for everybody', () => {
  const data = mkdtempSync(join(tmpdir(), 'ssc-matrix-'));
  let runtime: LocalRuntime;
  let description: Description;
  let objects: ObjectsByName;
  let send: Send;
  let cells: readonly Cell[];
  beforeAll(async () => {
    runtime = await startLocal({ args: ['--data', data] });

    description = await readDocument(runtime);
    objects = await fillShops(runtime);

    send = await createActors(runtime, data);
    cells = description.operations.flatMap((operation) =>
      actors.flatMap((actor) => cellsOf(operation, rows[operation.operationId] ?? noRow, actor, objects)),
    );
  });
  afterAll(async () => {
    await runtime?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  /** Functions of the APIs' routes that called anything since `clear`, the store above all. */
  const calling = async () => {
    const { items } = await runtime.local<{ items: { caller: string }[] }>('GET', 'calls');
    return [...new Set(items.map(({ caller }) => caller).filter((caller) => routeFunctions.has(caller)))].toSorted();
  };
  const clear = () => runtime.local('DELETE', 'calls');
  /** Each answer must be as the OpenAPI document says, whoever asks. */
  const askAs = async (sender: Send, some: readonly Cell[]): Promise<readonly Answer[]> => {
    const answers = await askCells(sender, description.departures, some);
    expect([...new Set(answers.flatMap(({ departures }) => departures))]).toEqual([]);
    return answers;
  };
  const ask = async (some: readonly Cell[]): Promise<readonly Answer[]> => {
    const answers = await askAs(send, some);
    const outcomes = (of: (answer: Answer) => string) =>
      Object.fromEntries(answers.map((answer) => [answer.cell.name, of(answer)]));
    expect(outcomes(({ outcome }) => outcome)).toEqual(outcomes(({ cell }) => cell.expected));
    return answers;
  };

  it('is told by a row for each route that is deployed and described, of the API that it belongs to', () => {
    const { operations } = description;
    const routes = functions
      .flatMap((one) => [...one.routes, ...(one.openRoutes ?? []).map(({ route }) => route)])
      .map(({ method, path }) => `${method} ${path}`)
      .toSorted();
    expect(operations.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(routes);
    const apis = Object.fromEntries(operations.map(({ operationId, security }) => [operationId, security ?? 'open']));
    expect(Object.fromEntries(Object.entries(rows).map(([name, { api }]) => [name, api]))).toEqual(apis);
    expect(new Set(cells.map(({ name }) => name)).size).toBe(cells.length);
  });

  it('refuses who does not belong there before anything is read, and tells nobody whether it exists', async () => {
    const before = await Promise.all([shops.own, shops.foreign].map((shopId) => showShop(runtime, shopId)));
    await clear();
    const answers = await ask(cells.filter(({ refusedFirst }) => refusedFirst));
    expect(await calling()).toEqual([]);
    expect(differing(answers)).toEqual([]);
    const after = await Promise.all([shops.own, shops.foreign].map((shopId) => showShop(runtime, shopId)));
    expect(after).toEqual(before);
  });

  it('lets sellers use all of their own shop, and nothing of another', async () => {
    const before = await showShop(runtime, shops.foreign);
    await clear();
    const answers = await ask(
      cells.filter(({ operation, refusedFirst }) => operation.security === 'seller' && !refusedFirst),
    );
    expect(await calling()).toEqual(sellerFunctions.map(({ name }) => deployed(name)).toSorted());
    expect(differing(answers)).toEqual([]);
    expect(answers.filter(({ bytes }) => bytes.includes(shops.foreign) || namesOfForeign.test(bytes))).toEqual([]);
    expect(await showShop(runtime, shops.foreign)).toBe(before);
  });

  it('shows nothing of another shop to a cursor that was made over for the own one', async () => {
    const cursors = cells.filter(
      ({ operation, name }) => operation.security === 'seller' && name.endsWith('Cursor owner foreign'),
    );
    expect(cursors).toHaveLength(8);
    const answers = await askAs(send, cursors.map(madeOver));
    expect(answers.map(({ outcome }) => outcome)).toEqual(cursors.map(() => '200'));
    expect(answers.filter(({ bytes }) => bytes.includes(shops.foreign) || namesOfForeign.test(bytes))).toEqual([]);
  });

  it('lets each service use its own routes, and anybody the open ones', async () => {
    await ask(cells.filter(({ operation, refusedFirst }) => operation.security !== 'seller' && !refusedFirst));
  });

  it('opens nothing but its state of a shop whose access has ended or never was, and a complaint about the end', async () => {
    const token = await runtime.token({ shops: [`${shops.ended}:owner`, `${shops.absent}:owner`] });
    const asOwner: Send = (_actor, request) => sendWith(runtime, token, request);
    const refused = cells
      .filter(({ name }) => name.endsWith(' owner absent_shop'))
      .flatMap((cell) => [shops.ended, shops.absent].map((shopId) => inShop(cell, shopId)));
    const outcomes = (await askAs(asOwner, refused)).map(({ cell, outcome }) => [cell.name, outcome]);
    const expected = refused.map(({ name, operation }) => {
      if (operation.operationId === 'readAccess') return [name, '200'];
      const complains = operation.operationId === 'fileComplaint' && name.endsWith(shops.ended);
      return [name, complains ? '201' : '403 access_not_active'];
    });
    expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(expected));
  });
});

/** The same request of another shop. */
function inShop(cell: Cell, shopId: string): Cell {
  const path = cell.request.path.replace(shops.absent, shopId);
  return { ...cell, name: `${cell.name} ${shopId}`, request: { ...cell.request, path } };
}

/** With the foreign shop's cursor as if the own shop had given it out: anybody can write one. */
function madeOver(cell: Cell): Cell {
  const text = Buffer.from(cell.asked, 'base64url').toString('utf8').replace(shops.foreign, shops.own);
  const path = cell.request.path.replace(cell.asked, Buffer.from(text).toString('base64url'));
  return { ...cell, request: { ...cell.request, path } };
}

/** Classes of cells whose answers tell them apart. */
function differing(answers: readonly Answer[]): readonly object[] {
  const classes = new Map<string, Set<string>>();
  for (const { cell, bytes } of answers) {
    if (cell.sameAs) classes.set(cell.sameAs, (classes.get(cell.sameAs) ?? new Set()).add(bytes));
  }
  return [...classes].filter(([, bytes]) => bytes.size > 1).map(([name, bytes]) => ({ name, bytes: [...bytes] }));
}
