import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../../shared/bulk-blocks/rules.ts';

describe('a summary', () => {
  it('counts outcomes, and says how many did what was asked for, also when none did', () => {
    const results = [{ outcome: 'buyer_not_found' }, { outcome: 'created' }, { outcome: 'buyer_not_found' }] as const;
    expect(summaryOf(results, false)).toEqual({ created: 1, buyer_not_found: 2 });
    expect(summaryOf([], true)).toEqual({ would_create: 0 });
  });
});
