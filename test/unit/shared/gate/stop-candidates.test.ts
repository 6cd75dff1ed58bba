import { describe, expect, it } from 'vitest';
import { stoppedCandidates } from '../../../../shared/contracts/messages/stopped-candidates.ts';
import { nameOf, stopOf, toCandidates } from '../../../../shared/gate/stop-candidates.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const check = { shopId: 'shop', buyerId: 'buyer', action: 'place_order' } as const;
const entries = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    root: `root-${at}`,
    blockId: `block-${at}`,
    expiresAt: noon + 1,
  }));

describe('a stop', () => {
  it('counts once a checkout, whenever it is tried again', () => {
    expect(stopOf(check, 'c1', noon).name).toBe(stopOf(check, 'c1', noon + 86_400_000).name);
    expect(stopOf(check, 'c1', noon).name).not.toBe(stopOf(check, 'c2', noon).name);
    expect(stopOf(check, 'c1', noon)).toMatchObject({ occasion: 'checkout#c1', recorded: false });
  });

  it('counts once an hour without a checkout', () => {
    expect(stopOf(check, undefined, noon).name).toBe(stopOf(check, undefined, noon + 3_599_999).name);
    expect(stopOf(check, undefined, noon).name).not.toBe(stopOf(check, undefined, noon + 3_600_000).name);
  });

  it('is another for another buyer or shop', () => {
    const others = [{ buyerId: 'b' }, { shopId: 's' }, { shopId: 'buyer', buyerId: 'shop' }];
    const places = [check, ...others.map((other) => ({ ...check, ...other }))];
    expect(new Set(places.map(nameOf)).size).toBe(4);
    expect(new Set(places.map((place) => stopOf(place, 'c1', noon).name)).size).toBe(4);
  });
});

describe('toCandidates', () => {
  it('names at most twenty blocks of each, so that fifty candidates fit one message of SQS', () => {
    const marked = Array.from({ length: 50 }, (_, at) => {
      const longest = { ...check, shopId: 's'.repeat(64), buyerId: String(at).padStart(64, 'b') };
      return { check: longest, entries: entries(30), denial: undefined, stop: stopOf(longest, 'c'.repeat(64), noon) };
    });
    const message = toCandidates(marked, noon);
    expect(message.candidates.every(({ blocks }) => blocks.length === 20)).toBe(true);
    expect(message.candidates[0]?.blocks[0]).toEqual({ root: 'root-0', blockId: 'block-0' });
    expect(JSON.stringify(message).length).toBeLessThan(256 * 1024);
  });

  it('says what the contract does', () => {
    const stop = stopOf(check, 'c1', noon);
    const message = toCandidates([{ check, entries: entries(1), denial: undefined, stop }], noon);
    expect(message).toEqual({
      version: 1,
      candidates: [
        {
          shopId: 'shop',
          buyerId: 'buyer',
          occasion: 'checkout#c1',
          decidedAt: '2026-11-22T12:00:00.000Z',
          blocks: [{ root: 'root-0', blockId: 'block-0' }],
        },
      ],
    });
    expect(stoppedCandidates.parse(message)).toEqual(message);
  });

  it('says what the order would have been worth, where the caller did', () => {
    const worth = { ...check, amount: { value: '19.90', currency: 'EUR' } };
    const message = toCandidates(
      [{ check: worth, entries: entries(1), denial: undefined, stop: stopOf(worth, 'c1', noon) }],
      noon,
    );
    expect(message.candidates).toMatchObject([{ amount: { value: '19.90', currency: 'EUR' } }]);
    expect(stoppedCandidates.parse(message)).toEqual(message);
  });
});
