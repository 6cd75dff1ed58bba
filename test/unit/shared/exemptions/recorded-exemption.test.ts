import { describe, expect, it } from 'vitest';
import { exemptedBefore, toRecorded } from '../../../../shared/exemptions/recorded-exemption.ts';
import { buildExemption } from '../../../builders/items/exemptions.ts';

const exemption = buildExemption({ note: 'a friend' });
const request = { buyerId: 'buyer-1', username: 'ada', note: 'a friend' };

describe('toRecorded', () => {
  it('keeps no words of or about people', () => {
    expect(JSON.stringify(toRecorded(exemption))).not.toMatch(/ada|friend|png/);
  });
});

describe('exemptedBefore', () => {
  const again = (present = exemption as typeof exemption | undefined, buyerIsErased = false) =>
    exemptedBefore(toRecorded(exemption), request, { present, buyerIsErased });

  it('is the exemption that was answered, with the words of the request', () => {
    expect(again()).toEqual(exemption);
  });

  it('has no picture once that exemption is gone, whatever has come since', () => {
    const { avatarUrl: _, ...rest } = exemption;
    expect(exemptedBefore(toRecorded(exemption), request, { present: undefined, buyerIsErased: false })).toEqual(rest);
    expect(again(buildExemption({ exemptionId: 'later' }))).toEqual(rest);
  });

  it('says nothing in words of a buyer who was erased', () => {
    expect(JSON.stringify(again(undefined, true))).not.toMatch(/ada|friend|png/);
  });
});
