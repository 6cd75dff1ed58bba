import { describe, expect, it } from 'vitest';
import { assertFitsOneWrite } from '../../../../shared/access/member-limit.ts';
import { mostMemberChanges } from '../../../../shared/access/member-rules.ts';

describe('a change of members', () => {
  const put = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ subject: `m${index}`, role: 'agent' as const }));

  it('fits into one write up to its limit, whether members come or go', () => {
    expect(() => assertFitsOneWrite({ put: put(mostMemberChanges - 1), removed: ['x'] })).not.toThrow();
    expect(() => assertFitsOneWrite({ put: put(mostMemberChanges), removed: ['x'] })).toThrow(
      /members: would change 91/,
    );
  });
});
