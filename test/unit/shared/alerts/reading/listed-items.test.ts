import { describe, expect, it } from 'vitest';
import { filterOf, rangeOf } from '../../../../../shared/alerts/reading/listed-items.ts';

const sortable = (at: number): string => String(at).padStart(15, '0');

describe('the entries that a page reads', () => {
  it('begin behind the page before, in the order of the part', () => {
    const behind = `${sortable(5)}#a`;
    expect(rangeOf({ part: 'open' }, {})).toEqual({ conditions: [], values: {} });
    expect(rangeOf({ part: 'open', behind }, {})).toEqual({
      conditions: ['listSk > :behind'],
      values: { ':behind': behind },
    });
    expect(rangeOf({ part: 'closed', behind }, { dueBefore: 3 })).toEqual({
      conditions: ['listSk < :behind'],
      values: { ':behind': behind },
    });
  });

  it('end before the deadline that is asked for', () => {
    expect(rangeOf({ part: 'open' }, { dueBefore: 9 })).toEqual({
      conditions: ['listSk < :until'],
      values: { ':until': sortable(9) },
    });
    const behind = `${sortable(5)}#a`;
    const range = rangeOf({ part: 'open', behind }, { dueBefore: 9 });
    if (range === 'nothing') throw new Error('There is something between the two.');
    const [from, until] = [String(range.values[':from']), String(range.values[':until'])];
    const isRead = (at: number, id: string) => from <= `${sortable(at)}#${id}` && `${sortable(at)}#${id}` <= until;
    expect(isRead(5, 'a')).toBe(false);
    for (const next of ['a-', 'aA', 'b']) expect(isRead(5, next), next).toBe(true);
    expect(isRead(8, 'z')).toBe(true);
    expect(isRead(9, '-')).toBe(false);
  });

  it('are none where the page before ended at that deadline, or later', () => {
    for (const at of [9, 10]) {
      expect(rangeOf({ part: 'open', behind: `${sortable(at)}#a` }, { dueBefore: 9 })).toBe('nothing');
    }
  });
});

describe('what is left out of what was read', () => {
  it('is past its retention, or not asked for', () => {
    expect(filterOf('open', { now: 2500, dueBefore: 9 })).toMatchObject({
      conditions: ['(attribute_not_exists(#ttl) OR #ttl > :seconds)'],
      values: { ':seconds': 2 },
    });
    const filter = { status: 'expired', severity: 'low', buyerId: 'b', dueBefore: 9, now: 2500 } as const;
    expect(filterOf('closed', filter)).toEqual({
      conditions: [
        '#status = :status',
        'severity = :severity',
        'buyerId = :buyerId',
        'respondBy < :dueBefore',
        '(attribute_not_exists(#ttl) OR #ttl > :seconds)',
      ],
      names: { '#ttl': 'ttl', '#status': 'status' },
      values: { ':status': 'expired', ':severity': 'low', ':buyerId': 'b', ':dueBefore': 9, ':seconds': 2 },
    });
  });
});
