import { describe, expect, it } from 'vitest';
import { evidenceName } from '../../../src/lookup/evidence-rules.ts';

describe('evidenceName', () => {
  it('has words for usual kinds, and shows any other as it can be read', () => {
    expect(evidenceName('device')).toEqual({ word: 'evidence.kind.device' });
    expect(evidenceName('shared_payment-method')).toEqual({ text: 'shared payment method' });
    expect(evidenceName('__proto__')).toEqual({ text: ' proto ' });
  });
});
