import { describe, expect, it } from 'vitest';
import { mostExemptions, refusalOf, versionOf } from '../../../../shared/exemptions/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildExemption } from '../../../builders/items/exemptions.ts';

const nobody = new Set<string>();
const all = new Set(Array.from({ length: mostExemptions }, (_, index) => `b${index}`));

describe('refusalOf', () => {
  it('has nothing against a buyer while there is a place', () => {
    expect(refusalOf('me', { blockedUntil: undefined, places: nobody }, noon)).toBeUndefined();
    const [_first, ...others] = all;
    expect(refusalOf('me', { blockedUntil: undefined, places: new Set(others) }, noon)).toBeUndefined();
  });

  it('refuses whoever is under a block of their own, to the millisecond of its end', () => {
    expect(refusalOf('me', { blockedUntil: noon + 1, places: nobody }, noon)).toBe('already_blocked');
    expect(refusalOf('me', { blockedUntil: noon, places: nobody }, noon)).toBeUndefined();
  });

  it('refuses whoever is exempt already, and anybody where all places are taken', () => {
    expect(refusalOf('b7', { blockedUntil: undefined, places: all }, noon)).toBe('already_exempt');
    expect(refusalOf('me', { blockedUntil: undefined, places: all }, noon)).toBe('exempt_list_full');
    expect(refusalOf('me', { blockedUntil: noon + 1, places: all }, noon)).toBe('already_blocked');
  });
});

describe('versionOf', () => {
  it('is the first and only one of each exemption', () => {
    expect(versionOf(buildExemption({ exemptionId: 'x' }))).toEqual({ id: 'x', revision: 1 });
  });
});
