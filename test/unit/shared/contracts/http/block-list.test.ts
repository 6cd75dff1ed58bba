import { describe, expect, it } from 'vitest';
import * as contract from '../../../../../shared/contracts/http/block-list.ts';
import { parseRequest } from '../../../../../shared/http/parse-request.ts';
import { buildHttpEvent } from '../../../../builders/items/http-event.ts';
import { refusalOf } from '../../../../builders/answers/refusal.ts';

const valid = { buyerId: '1', username: 'ada', reason: 'order_abuse', scope: 'user_id_only', duration: 'permanent' };
const add = (body: unknown) =>
  refusalOf(() => parseRequest(contract.addBlock, buildHttpEvent({ pathParameters: { shopId: 's' }, body })));
const paths = (body: unknown) => add(body)?.details.errors?.map((error) => error.path);

describe('the request for a new block', () => {
  it('is read as it is, a note included', () => {
    const event = buildHttpEvent({ pathParameters: { shopId: 's' }, body: { ...valid, note: ' n ' } });
    expect(parseRequest(contract.addBlock, event).body).toEqual({ ...valid, note: ' n ' });
  });

  it.each([
    ['buyerId', [12345678901234567890, 1, '', 'a b', 'é', '1'.repeat(65), 'a#b', null, ['1'], undefined]],
    ['username', ['', 'a'.repeat(257), '\ud800', 7, null, undefined]],
    ['reason', ['spam', '', 'OTHER', 'constructor', null, undefined]],
    ['scope', ['all', 'user_id', null, undefined]],
    ['duration', ['90', 90, '90_DAYS', null, undefined]],
    ['note', ['', 'n'.repeat(1001), 'a\udfff', 'a\u0000', ' \t\n', '\u200b\u3000', 7, null]],
  ])('names the field %s when it is wrong', (field, values) => {
    for (const value of values)
      expect(paths({ ...valid, [field]: value }), `${field}: ${JSON.stringify(value)}`).toEqual([field]);
  });

  it('names every wrong field at once', () => {
    expect(paths({ reason: 'x', note: '' })?.toSorted()).toEqual([
      'buyerId',
      'duration',
      'note',
      'reason',
      'scope',
      'username',
    ]);
  });

  it('refuses fields that it does not know by their name', () => {
    expect(paths({ ...valid, expiresAt: 'now', shopId: 's' })?.toSorted()).toEqual(['expiresAt', 'shopId']);
    expect(paths(JSON.parse(JSON.stringify(valid).replace('{', '{"constructor":1,')))).toEqual(['constructor']);
  });

  it('refuses a field called __proto__ instead of obeying it', () => {
    expect(paths(JSON.stringify(valid).replace('{', '{"__proto__":{"note":"x"},'))).toEqual(['__proto__']);
  });

  it('needs a note for the reason other', () => {
    expect(paths({ ...valid, reason: 'other' })).toEqual(['note']);
    expect(paths({ ...valid, reason: 'other', note: '  ' })).toEqual(['note']);
    expect(add({ ...valid, reason: 'other', note: 'why' })).toBeUndefined();
    expect(add({ ...valid, reason: 'other', note: ' 1.\tüber\r\n2. 👩‍👧\n' })).toBeUndefined();
  });

  it.each([
    '\u0000',
    'ﬁ',
    'İ',
    'a\u200db',
    '\u202eada',
    ' ada ',
    '😀',
    'a#b',
    'N\u0303',
    '\u00d1',
  ])('takes the username %j as it is', (username) => {
    expect(add({ ...valid, username })).toBeUndefined();
  });
});

describe('the request for a changed block', () => {
  const change = (body: unknown) =>
    refusalOf(() =>
      parseRequest(contract.updateBlock, buildHttpEvent({ pathParameters: { shopId: 's', buyerId: '1' }, body })),
    );

  it('must change something', () => {
    expect(change({})?.details.errors).toEqual([
      { path: 'body', message: 'must change something: duration, reason, scope or note' },
    ]);
    expect(change({ duration: '90_days' })).toBeUndefined();
    expect(change({ note: 'n' })).toBeUndefined();
    expect(change({ note: null })).toBeUndefined();
    expect(change({ note: ' ' })?.details.errors).toEqual([{ path: 'note', message: 'must hold something to read' }]);
  });

  it('cannot touch anything else', () => {
    expect(change({ scope: 'everybody' })?.details.errors?.map(({ path }) => path)).toContain('scope');
    expect(change({ scope: 'linked_user_ids' })).toBeUndefined();
    expect(change({ duration: '90_days', expiresAt: 'x' })?.details.errors).toEqual([
      { path: 'expiresAt', message: 'is not a known field' },
    ]);
  });
});

describe('the query for the list', () => {
  const list = (query: Record<string, string>) =>
    refusalOf(() => parseRequest(contract.listBlocks, buildHttpEvent({ pathParameters: { shopId: 's' }, query })))
      ?.details.errors?.[0]?.path;

  it.each(['0', '101', '-1', '1.5', 'ten', '', '1,2', 'NaN', 'Infinity'])('refuses the limit %j', (limit) => {
    expect(list({ limit })).toBe('query.limit');
  });

  it('takes limits from 1 to 100, and 20 for none', () => {
    expect(list({ limit: '1' })).toBeUndefined();
    expect(list({ limit: '100' })).toBeUndefined();
    expect(parseRequest(contract.listBlocks, buildHttpEvent({ pathParameters: { shopId: 's' } })).query.limit).toBe(20);
  });

  it('refuses unknown reasons and endless cursors', () => {
    expect(list({ reason: 'spam' })).toBe('query.reason');
    expect(list({ cursor: 'x'.repeat(513) })).toBe('query.cursor');
  });
});
