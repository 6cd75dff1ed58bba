import { describe, expect, it } from 'vitest';
import { grantedAt, issueFields, keyIdOf } from '../../../../shared/receipts/receipt-rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildGrantedWaiver } from '../../../builders/items/receipt.ts';
import { buildWaiver } from '../../../builders/items/waiver.ts';

describe('grantedAt', () => {
  it('is when the waiver was confirmed', () => {
    expect(grantedAt(buildGrantedWaiver())).toBe(noon + 60_000);
  });

  it.each(['pending', 'void'] as const)('is not there while the waiver is %s', (status) => {
    expect(grantedAt(buildWaiver({ status }))).toBeUndefined();
  });

  it('is the request of one whose steps do not say it', () => {
    expect(grantedAt(buildWaiver({ status: 'granted', steps: [] }))).toBe(noon);
  });
});

describe('keyIdOf', () => {
  it('leaves account and region out', () => {
    expect(keyIdOf('arn:aws:kms:eu-west-1:111111111111:key/6f1c2a9e-4b7d')).toBe('6f1c2a9e-4b7d');
  });
});

describe('issueFields', () => {
  it('say who signed, when and for which shop', () => {
    expect(issueFields({ issuer: 'ssc-prod', shopId: 's', at: noon }, noon - 1)).toEqual({
      version: 1,
      issuer: 'ssc-prod',
      issuedAt: '2026-11-22T12:00:00.000Z',
      shopId: 's',
      grantedAt: '2026-11-22T11:59:59.999Z',
    });
  });
});
