import { describe, expect, it } from 'vitest';
import { createHedgeBudget } from '../../../../shared/aws-json/hedge-rules.ts';

describe('the budget of second requests', () => {
  it('never passes its share of the first ones, but for the one it begins with', () => {
    const budget = createHedgeBudget(0.05);
    let spent = 0;
    for (let call = 0; call < 1000; call++) {
      budget.earn();
      if (budget.spend()) spent += 1;
    }
    expect(spent).toBeGreaterThanOrEqual(50);
    expect(spent).toBeLessThanOrEqual(51);
  });

  it('saves up three at most', () => {
    const budget = createHedgeBudget(0.05);
    for (let call = 0; call < 1000; call++) budget.earn();
    const spent = Array.from({ length: 20 }, () => budget.spend()).filter(Boolean);
    expect(spent).toHaveLength(3);
  });
});
