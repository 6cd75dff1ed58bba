import { describe, expect, it } from 'vitest';
import { filtersOf, withFilter } from '../../../src/waivers/filter-rules.ts';

describe('filtersOf', () => {
  it('reads what the address asks for, and passes over what it does not know', () => {
    expect(filtersOf(new URLSearchParams('subjectType=refund&status=granted'))).toEqual({
      subjectType: 'refund',
      status: 'granted',
    });
    expect(filtersOf(new URLSearchParams('subjectType=parcel&status='))).toEqual({});
  });
});

describe('withFilter', () => {
  it('changes one filter and leaves the rest of the address', () => {
    const search = new URLSearchParams('status=void&page=2');
    expect(withFilter(search, 'subjectType', 'order').toString()).toBe('status=void&page=2&subjectType=order');
    expect(withFilter(search, 'status', '').toString()).toBe('page=2');
  });
});
