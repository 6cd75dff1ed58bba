import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBuyer } from '../../../../shared/contracts/http/buyers.ts';
import { changeAccess } from '../../../../shared/contracts/http/access.ts';
import { dismissAlert } from '../../../../shared/contracts/http/alert-actions.ts';
import { listAlerts } from '../../../../shared/contracts/http/alerts.ts';
import { addBlock } from '../../../../shared/contracts/http/block-list.ts';
import { readDashboard } from '../../../../shared/contracts/http/dashboard.ts';
import { parseRequest } from '../../../../shared/http/parse-request.ts';
import type { RouteContract } from '../../../../shared/contracts/http/route-contract.ts';
import { allContracts } from '../../../../shared/public/routes.ts';
import { checkWaiver } from '../../../../shared/contracts/http/waivers.ts';
import { buildHttpEvent } from '../../../builders/items/http-event.ts';
import type { HttpRequest } from '../../../builders/items/http-event.ts';
import { refusalOf } from '../../../builders/answers/refusal.ts';

const messages = (contract: RouteContract, request: HttpRequest) =>
  (refusalOf(() => parseRequest(contract, buildHttpEvent(request)))?.details.errors ?? []).map(
    ({ path, message }) => `${path} ${message}`,
  );
const inShop = { pathParameters: { shopId: 's', alertId: 'a' } };
const block = { buyerId: 'b', username: 'n', reason: 'order_abuse', scope: 'user_id_only', duration: 'permanent' };
const access = { state: 'active', timeZone: 'UTC' };

describe('what is wrong with a request is said in plain words', () => {
  it.each<[string, RouteContract, HttpRequest, readonly string[]]>([
    [
      'parameters that are missing',
      checkWaiver,
      {},
      ['query.shopId is required', 'query.subjectType is required', 'query.subjectId is required'],
    ],
    ['a path variable that is missing', listAlerts, {}, ['path.shopId is required']],
    [
      'fields that are missing',
      addBlock,
      { ...inShop, body: {} },
      ['buyerId', 'username', 'reason', 'scope', 'duration'].map((field) => `${field} is required`),
    ],
    ['the one field that is missing', dismissAlert, { ...inShop, body: {} }, ['verdict is required']],
    [
      'words that are not among the known',
      listAlerts,
      { ...inShop, query: { kind: 'spam', status: '' } },
      [
        'query.kind must be one of security_alert_order, risk_refund, fraud_outcome',
        'query.status must be one of open, action_requested, resolved, dismissed, withdrawn, expired',
      ],
    ],
    [
      'values of another type',
      addBlock,
      { ...inShop, body: { ...block, buyerId: 7, username: null, note: [] } },
      ['buyerId must be a string', 'username must be a string', 'note must be a string'],
    ],
    [
      'objects and arrays where the other is expected',
      changeAccess,
      { ...inShop, body: { ...access, quotas: [], members: {} } },
      ['quotas must be an object', 'members must be an array'],
    ],
    ['a body that is no object', addBlock, { ...inShop, body: '[]' }, ['body must be an object']],
    [
      'texts and lists that are too long or too short',
      changeAccess,
      {
        ...inShop,
        body: {
          ...access,
          reason: 'x'.repeat(501),
          members: Array.from({ length: 101 }, (_, index) => ({
            subject: index === 0 ? '' : `s${index}`,
            role: 'owner',
          })),
        },
      },
      ['members must have at most 100 entries', 'reason must have at most 500 characters'],
    ],
    [
      'a text that is empty',
      changeAccess,
      { ...inShop, body: { ...access, members: [{ subject: '', role: 'owner' }] } },
      ['members.0.subject must not be empty'],
    ],
    [
      'a limit that is none',
      listAlerts,
      { ...inShop, query: { limit: '1.5' } },
      ['query.limit must be a whole number in decimal digits'],
    ],
    ['a limit that is too high', listAlerts, { ...inShop, query: { limit: '101' } }, ['query.limit must be 1 to 100']],
    [
      'days that are no number',
      readDashboard,
      { ...inShop, query: { days: 'week' } },
      ['query.days must be a whole number in decimal digits'],
    ],
    ['neither of two', findBuyer, inShop, ['query.username or orderId is needed']],
    [
      'parameters that are not known',
      listAlerts,
      { ...inShop, query: { stauts: 'open', reasons: '' } },
      ['query.stauts is not a known parameter', 'query.reasons is not a known parameter'],
    ],
    [
      'fields that are not known',
      changeAccess,
      { ...inShop, body: { ...access, quotas: { block: 5 } } },
      ['quotas.block is not a known field'],
    ],
  ])('%s', (_, contract, request, expected) => {
    expect(messages(contract, request)).toEqual(expected);
  });

  const word = fc.oneof(
    fc.constantFrom('', 'zq'),
    fc.string({ minLength: 1, maxLength: 3 }).map((text) => `zq${text}`),
  );
  const value = fc.oneof(
    word,
    fc.constant('zq'.repeat(3000)),
    fc.constantFrom<unknown>(null, true, 7, -1, 1e20, 0.5, {}, [], ['zq'], [{}], [7]),
  );

  it('by every route, whatever is wrong, and nothing of it is repeated', () => {
    const parts = allContracts.map((contract) => ({ contract, body: fieldsOf(contract.body) }));
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.infiniteStream(value), ({ contract, body }, values) => {
        const next = () => values.next().value as unknown;
        const filled = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, next()]));
        const texts = (names: readonly string[]) => names.map((name) => [name, String(next())]);
        const told = messages(contract, {
          pathParameters: Object.fromEntries(texts(Object.keys(contract.pathParameters.shape))) as Record<
            string,
            string
          >,
          query: Object.fromEntries(texts(Object.keys(contract.query.shape))) as Record<string, string>,
          ...(contract.body ? { body: filled(body) } : {}),
        });
        for (const line of told) {
          expect(line).toMatch(/^\S+ (is|must|cannot|or) /);
          expect(line).not.toMatch(/zq|Invalid|Too |expected|received|undefined|null/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function fieldsOf(schema: unknown): readonly string[] {
  return Object.keys((schema as { readonly shape?: object } | undefined)?.shape ?? {});
}

describe('a query string', () => {
  it('has no parameter that its route does not list, on any route', () => {
    for (const contract of allContracts)
      expect(messages(contract, { query: { 'no-such': '1' }, body: {} }), contract.operationId).toContain(
        'query.no-such is not a known parameter',
      );
  });

  it('has each parameter once, since API Gateway joins them with a comma', () => {
    const joined = buildHttpEvent({ ...inShop, query: { status: 'open,open', limit: '5', x: '1,2' } });
    const event = { ...joined, rawQueryString: 'status=open&limit=5&status=open&x=1&x=2' };
    expect(refusalOf(() => parseRequest(listAlerts, event))?.details.errors).toEqual([
      { path: 'query.status', message: 'must be given once' },
      { path: 'query.x', message: 'is not a known parameter' },
    ]);
  });
});
