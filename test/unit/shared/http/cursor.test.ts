import { describe, expect, it } from 'vitest';
import { fromCursor, toCursor } from '../../../../shared/http/cursor.ts';
import { refusalOf } from '../../../builders/answers/refusal.ts';

const position = { blockId: '01K', buyerId: 'b1' };
const fields = Object.keys(position);
const raw = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const refused = (cursor: string, list = 'shop') => refusalOf(() => fromCursor(list, cursor, fields));

describe('a cursor', () => {
  it('leads back to its position in its list', () => {
    expect(fromCursor('shop', toCursor('shop', position), fields)).toEqual(position);
    expect(fromCursor('shop', undefined, fields)).toBeUndefined();
  });

  it('is refused by every other list, by field', () => {
    for (const list of ['other', 'shop2', 'sho', '*', '']) {
      expect(refused(toCursor('shop', position), list)).toMatchObject({
        code: 'validation_failed',
        details: { errors: [{ path: 'query.cursor', message: 'is not a cursor of this list' }] },
      });
    }
  });

  it.each([
    ['', 'nothing'],
    ['!', 'no base64'],
    [raw('{'), 'no JSON'],
    [raw('null'), 'null'],
    [raw({}), 'an object'],
    [raw(['shop']), 'no position'],
    [raw(['shop', null]), 'a position that is null'],
    [raw(['shop', 'text']), 'a position that is text'],
    [raw(['shop', position, 1]), 'too much'],
    [raw(['shop', { blockId: '01K' }]), 'a field too few'],
    [raw(['shop', { ...position, pk: 'x' }]), 'a field too many'],
    [raw(['shop', { blockId: '01K', pk: 'b1' }]), 'another field'],
    [raw(['shop', { ...position, buyerId: 1 }]), 'a number'],
    [raw(['shop', { ...position, buyerId: { S: 'b1' } }]), 'an object in a field'],
    [raw(['shop', { ...position, buyerId: '' }]), 'an empty field, which no key can be'],
    [raw(['shop', { ...position, buyerId: 'a#b' }]), 'text that no ID can be'],
    [raw(['shop', ['01K', 'b1']]), 'a list'],
    [raw('["shop",{"blockId":"01K","__proto__":"b1"}]'), 'a prototype'],
  ])('is refused when it was tampered with: %s (%s)', (cursor) => {
    expect(refused(cursor)?.code).toBe('validation_failed');
  });
});
