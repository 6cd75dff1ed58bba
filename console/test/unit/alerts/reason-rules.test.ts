import { describe, expect, it } from 'vitest';
import { categoryWord, figureOf, reasonWord, refusalWord } from '../../../src/alerts/reason-rules.ts';
import en from '../../../src/words/en.json';

const history = { orders: 4, cancellations: 2, refunds: 1, earlierAlerts: 0, linkedAccounts: 0, linkedAlerts: 0 };

describe('codes in words', () => {
  it('are known exactly as far as there are words for them', () => {
    for (const code of Object.keys(en.alerts.reason)) expect(reasonWord(code)).toBe(`alerts.reason.${code}`);
    for (const code of Object.keys(en.alerts.refusal)) expect(refusalWord(code)).toBe(`alerts.refusal.${code}`);
    for (const code of Object.keys(en.alerts.category)) expect(categoryWord(code)).toBe(`alerts.category.${code}`);
  });

  it.each(['quantum_risk', 'constructor', ''])('leave "%s" to the API, which has words for every code', (code) => {
    expect([reasonWord(code), refusalWord(code)]).toEqual([undefined, undefined]);
    expect(categoryWord(code)).toBe('alerts.category.other');
  });
});

describe('figureOf', () => {
  it('is what this shop has seen of what the reason says', () => {
    expect(figureOf('high_cancellation_rate', history)).toEqual({
      word: 'alerts.figure.cancellations',
      values: history,
    });
    expect(figureOf('linked_accounts', history)?.word).toBe('alerts.figure.linked');
  });

  it('is nothing where figures say nothing, or are not known', () => {
    expect(figureOf('payment_risk', history)).toBe(undefined);
    expect(figureOf('toString', history)).toBe(undefined);
    expect(figureOf('high_cancellation_rate', undefined)).toBe(undefined);
  });
});
