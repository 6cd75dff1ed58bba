import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shopMonth, sizes } from '../tooling/cost/assumptions.ts';
import { withCosts } from '../tooling/cost/cost-section.ts';
import { livesOf, shopMonthOf } from '../tooling/cost/lives.ts';
import { standingUsage } from '../tooling/cost/standing.ts';
import { dollarsOf, sum } from '../tooling/cost/usage.ts';
import { synthesizeStage } from './synthesized-stage.ts';

const page = readFileSync(new URL('../../docs/cost.md', import.meta.url), 'utf8');
const standing = standingUsage(synthesizeStage('prod'));

describe('docs/cost.md', () => {
  it('says what follows from capacity, prices and templates', () => {
    expect(page === withCosts(page, standing), 'It does not: run npm run docs.').toBe(true);
  });

  it('changes with its sources', () => {
    expect(withCosts(page, { ...standing, alarms: 1 })).not.toBe(page);
  });

  it.each(['', '<!-- nothing -->'])('refuses a page without its marks: "%s"', (text) => {
    expect(() => withCosts(text, standing)).toThrow(/must hold/);
  });

  it.each(sizes)('says by hand only what is so, at $shops shops', ({ messagesOfBatch }) => {
    const month = shopMonthOf(messagesOfBatch);
    const dollars = Object.fromEntries(Object.entries(month).map(([cause, usage]) => [cause, dollarsOf(usage)]));
    const { 'order statuses': statuses = 0, console: visits = 0, alerts = 0 } = dollars;
    expect(statuses, 'order statuses come first').toBe(Math.max(...Object.values(dollars)));
    expect(statuses).toBeGreaterThan(5 * (dollars['gate decisions'] ?? 0));
    expect(alerts + (dollars['blocks and stopped orders'] ?? 0)).toBeLessThan(visits);
  });

  it('counts what happens once for each thing that happens', () => {
    const lives = livesOf(1);
    const month = shopMonthOf(1);
    expect(month['alerts']?.mails).toBeCloseTo(shopMonth.orders * shopMonth.alertsOfOrder);
    expect(lives.statuses.busEvents).toBe(6);
    expect(lives.allowedByInvoke).toMatchObject({ readUnits: 1, writeUnits: 0, lambdaRequests: 1 });
    expect(sum(lives.allowedByInvoke, lives.allowedByInvoke).lambdaRequests).toBe(2);
  });
});
