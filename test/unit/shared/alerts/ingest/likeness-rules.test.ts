import { describe, expect, it } from 'vitest';
import { drawLikeness, inLikenessOf } from '../../../../../shared/alerts/ingest/likeness-rules.ts';
import type { Alert, Flag } from '../../../../../shared/alerts/rules.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';

const amount = { value: '25.50', currency: 'EUR' };
const flag: Flag = {
  kind: 'security_alert_order',
  subject: { type: 'order', id: 'o1' },
  orderId: 'o1',
  buyerId: 'buyer-1',
  reasons: ['high_risk_buyer'],
  raisedThroughLink: true,
  amount,
  flaggedAt: noon - 60_000,
};
function alert(overrides: Partial<Alert>): Alert {
  const { riskScore: _score, respondBy: _respondBy, amount: _amount, ...bare } = buildOrderAlert();
  return { ...bare, flaggedAt: noon - 90_000 - 1017, raisedAt: noon - 90_000, ...overrides };
}
const toldOf = (shown: readonly Alert[]) => shown.map((one) => ({ alert: one, placedAt: undefined }));
const like = (shown: readonly Alert[], draws: readonly number[] = [], over: Partial<Flag> = {}) => {
  const left = [...draws];
  const draw = () => left.shift() ?? 0.5;
  return inLikenessOf(drawLikeness(toldOf(shown), 0, draw), { ...flag, ...over }, noon);
};

describe('a flag like others', () => {
  it('was on its way about as long as the one that it is drawn from', () => {
    expect(noon - like([alert({})]).flaggedAt).toBe(1017);
    expect(noon - like([alert({})], [0, 0]).flaggedAt).toBe(Math.round(1017 * 0.8));
    expect(noon - like([alert({})], [0, 0.99]).flaggedAt).toBeGreaterThan(1200);
  });

  it('has score, deadline and amount where that one has', () => {
    const model = alert({ riskScore: 77, amount, respondBy: noon - 91_017 + 3_600_000 });
    expect(like([model])).toMatchObject({ riskScore: 77, amount, respondBy: noon - 1017 + 3_600_000 });
    const bare = like([alert({})]);
    for (const name of ['riskScore', 'respondBy', 'amount']) expect(bare).not.toHaveProperty(name);
    expect(like([alert({ respondBy: noon - 91_000 })])).not.toHaveProperty('respondBy');
  });

  it('counts whole seconds where that one does', () => {
    expect(like([alert({ flaggedAt: noon - 92_000, raisedAt: noon - 90_150 })]).flaggedAt % 1000).toBe(0);
  });

  it('is drawn from those with the same reason, if there are any, and never from our own nor from what was flagged again', () => {
    const same = alert({ reasons: ['new_account', 'high_risk_buyer'], riskScore: 1 });
    const others = [
      alert({ riskScore: 2 }),
      alert({ reasons: ['order_inside_block'], riskScore: 3 }),
      alert({ flaggedAt: noon, riskScore: 4 }),
      alert({ reasons: ['high_risk_buyer'], raisedThroughLink: true, riskScore: 5 }),
    ];
    expect([0, 0.5, 0.99].map((draw) => like([...others, same], [draw]).riskScore)).toEqual([1, 1, 1]);
    expect([0, 0.5, 0.99].map((draw) => like(others, [draw]).riskScore)).toEqual([2, 2, 2]);
  });

  it('takes some time without any other, and lies between the order and now', () => {
    expect(like([]).amount).toEqual(amount);
    for (const draw of [0, 0.3, 0.999]) {
      const took = noon - like([], [draw, draw]).flaggedAt;
      expect(took).toBeGreaterThan(100);
      expect(took).toBeLessThan(5000);
    }
    expect(like([], [], { flaggedAt: noon - 100 }).flaggedAt).toBe(noon - 100);
    expect(like([alert({})], [], { flaggedAt: noon + 5 }).flaggedAt).toBe(noon);
  });

  it('asks for an order of an age at which others are raised, and of seconds at most', () => {
    const ageOf = (placedAt: number | undefined, over: Partial<Alert> = {}) =>
      drawLikeness([{ alert: alert(over), placedAt }], 0, () => 0.5).leastAgeMilliseconds;
    expect(ageOf(undefined)).toBe(1017 + 500);
    expect(ageOf(noon - 90_000 - 1017 - 700)).toBe(1017 + 700);
    // Its clock was ahead of the order's.
    expect(ageOf(noon - 90_000)).toBe(1017 + 500);
    expect(ageOf(undefined, { flaggedAt: noon - 90_000 - 3_600_000 })).toBe(10_000);
  });

  it('follows those whose order was as old, where there are such', () => {
    const of = (age: number, riskScore: number) => ({ alert: alert({ riskScore }), placedAt: noon - 90_000 - age });
    const shown = [of(1500, 1), of(4000, 2), of(1600, 3)];
    const drawn = (age: number) =>
      [0, 0.5, 0.99].map((first) => drawLikeness(shown, age, () => first).model?.riskScore);
    expect(drawn(3000)).toEqual([2, 2, 2]);
    expect(drawn(9000)).toEqual([1, 2, 3]);
  });
});
