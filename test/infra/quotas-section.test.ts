import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loads } from '../tooling/quotas/load.ts';
import { withQuotas } from '../tooling/quotas/quotas-section.ts';
import { quotaRows } from '../tooling/quotas/rows.ts';
import { synthesizeStage } from './synthesized-stage.ts';

const page = readFileSync(new URL('../../docs/quotas.md', import.meta.url), 'utf8');
const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');

describe('docs/quotas.md', () => {
  it('says what follows from the assumptions and from our functions', () => {
    expect(page === withQuotas(page), 'It does not: run npm run docs.').toBe(true);
  });

  it.each(['', '<!-- nothing -->'])('refuses a page without its marks: "%s"', (text) => {
    expect(() => withQuotas(text)).toThrow(/must hold/);
  });

  it('uses more of each quota the more shops there are', () => {
    for (const { what, use } of quotaRows) {
      const [small = 0, middle = 0, large = 0] = loads.map(use);
      expect([small <= middle, middle <= large], what).toEqual([true, true]);
    }
  });

  it('passes no quota of AWS with 100,000 shops', () => {
    const load = loads[1];
    const passed = quotaRows.filter(({ use, limit }) => load !== undefined && use(load) > limit);
    expect(passed.map(({ what }) => what)).toEqual([]);
  });

  it('names only alarms that there are', () => {
    const named = quotaRows.flatMap(({ shownBy }) => [...shownBy.matchAll(/"([^"]+)"/g)].map(([, name]) => name));
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(operations.toLowerCase()).toContain(`| ${name?.toLowerCase()} |`);
  });

  it('says by hand only what is so', () => {
    const { templates } = synthesizeStage('prod');
    const counts = Object.values(templates).map(
      (text) => Object.keys((JSON.parse(text) as { Resources: object }).Resources).length,
    );
    expect(Math.max(...counts)).toBeLessThan(500);
  });
});
