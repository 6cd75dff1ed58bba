import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateRequest } from '../../../../shared/contracts/http/gate.ts';
import { parseGateRequest } from '../../../../shared/gate/request-rules.ts';
import { plainWords } from '../../../../shared/http/message-rules.ts';
import { toFieldErrors } from '../../../../shared/http/parse-request.ts';

/** What the contract makes of a value, in the parser's terms. */
function byContract(value: unknown): unknown {
  const parsed = gateRequest.safeParse(value, { error: plainWords });
  return parsed.success
    ? { type: 'valid', request: parsed.data }
    : { type: 'invalid', errors: toFieldErrors(parsed.error) };
}

const runs = { numRuns: 3000 };
const names = [
  'shopId',
  'buyerId',
  'action',
  'amount',
  'value',
  'currency',
  'checkoutId',
  'checks',
  'length',
  '__proto__',
  'constructor',
  'toString',
];
const name = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 3 }));
const id = fc.oneof(
  fc.constantFrom('s', '7495000000000000001', '__proto__', 'x'.repeat(64), 'x'.repeat(65), '', 's\n', 'ä', 'a b'),
  fc.string({ maxLength: 5 }),
  fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
);
const wrong = fc.constantFrom<unknown>(null, 7, '', 'pay', true, [], {}, { length: 0 }, { length: 60 });
const action = fc.oneof(fc.constantFrom<unknown>('place_order', 'message', 'request_after_sales', 'pay'), wrong);
const mostly = <Value>(usual: fc.Arbitrary<Value>) =>
  fc.oneof<fc.WeightedArbitrary<unknown>[]>({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: wrong });
/** An object with some more fields, own ones even where they are named as what every object inherits. */
const withMore = (object: fc.Arbitrary<object>) =>
  fc
    .tuple(object, fc.oneof(fc.constant([]), fc.array(fc.tuple(name, wrong), { maxLength: 2 })))
    .map(([known, more]) => {
      const all = { ...known };
      for (const [key, value] of more) {
        Object.defineProperty(all, key, { value, enumerable: true, configurable: true, writable: true });
      }
      return all;
    });
const text = fc.oneof(
  fc.constantFrom(
    '0',
    '00',
    '007.50',
    '12.345678',
    '1.',
    '.5',
    '-1',
    '1e3',
    '9'.repeat(18),
    '9'.repeat(19),
    '0x1',
    '١',
  ),
  fc.stringMatching(/^\d{0,20}(\.\d{0,8})?$/),
);
const currency = fc.constantFrom('EUR', 'USD', 'eur', 'EURO', '', 'E€R');
const amount = withMore(fc.record({ value: mostly(text), currency: mostly(currency) }, { requiredKeys: ['value'] }));
const check = withMore(
  fc.record(
    { shopId: mostly(id), buyerId: mostly(id), action, amount: mostly(amount) },
    { requiredKeys: ['shopId', 'buyerId'] },
  ),
);
const checks = fc.oneof(
  fc.array(mostly(check), { maxLength: 4 }),
  fc.array(mostly(check), { minLength: 49, maxLength: 52, size: 'max' }),
);
const request = withMore(fc.record({ checkoutId: mostly(id), checks: mostly(checks) }, { requiredKeys: ['checks'] }));

describe('the parser of gate requests', () => {
  it('says what the contract says about requests, right ones and nearly right ones', () => {
    fc.assert(
      fc.property(request, (value) => {
        expect(parseGateRequest(value)).toEqual(byContract(value));
      }),
      runs,
    );
  });

  it('says what the contract says about any JSON', () => {
    fc.assert(
      fc.property(mostly(fc.jsonValue()), (value) => {
        expect(parseGateRequest(value)).toEqual(byContract(value));
      }),
      runs,
    );
  });

  it.each([
    undefined,
    { checks: 'abc' },
    { checks: { length: 'many' } },
    { checks: [], checkoutId: {} },
    { checkoutId: undefined, checks: [{ shopId: 's', buyerId: 'b', action: undefined }] },
    { checks: Array.from({ length: 51 }, () => 3) },
    JSON.parse('{"__proto__": 1, "checks": [{"shopId": "s", "buyerId": "b", "__proto__": {}, "constructor": 1}]}'),
    JSON.parse('{"__proto__": {"checks": [{"shopId": "s", "buyerId": "b"}]}}'),
  ])('says what the contract says about %j', (value: unknown) => {
    expect(parseGateRequest(value)).toEqual(byContract(value));
  });

  it('keeps an amount, without the zeros in front of it', () => {
    const ask = (amount: unknown) => parseGateRequest({ checks: [{ shopId: 's', buyerId: 'b', amount }] });
    expect(ask({ value: '0012.50', currency: 'EUR' })).toMatchObject({
      type: 'valid',
      request: { checks: [{ amount: { value: '12.50', currency: 'EUR' } }] },
    });
    expect(ask({ value: 12.5, currency: 'euro', note: 'x' })).toEqual({
      type: 'invalid',
      errors: [
        { path: 'checks.0.amount.value', message: 'must be a string' },
        { path: 'checks.0.amount.currency', message: 'must be an ISO 4217 code' },
        { path: 'checks.0.amount.note', message: 'is not a known field' },
      ],
    });
  });

  it('fills in the action, and keeps a checkout that was given', () => {
    expect(parseGateRequest({ checkoutId: 'c', checks: [{ shopId: 's', buyerId: 'b' }] })).toEqual({
      type: 'valid',
      request: { checkoutId: 'c', checks: [{ shopId: 's', buyerId: 'b', action: 'place_order' }] },
    });
  });
});
