import { describe, expect, it } from 'vitest';
import { quotaUse } from '../../../../shared/block-list/quota-use.ts';
import { never } from '../../../../shared/block-list/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildAccess, buildLedger } from '../../../builders/items/block-list.ts';

const today = '2026-11-22T00:00:00.000Z';
const yesterday = '2026-11-21T00:00:00.000Z';

describe('quotaUse', () => {
  it('counts the blocks that are live now, and the new ones of this day alone', () => {
    const ledger = buildLedger({
      places: { permanent: never, live: noon + 1, expired: noon, long: noon - 1 },
      newBlocks: { [yesterday]: 7, [today]: 3 },
    });
    const access = buildAccess({ quotas: { blocks: 50, newBlocksPerDay: 5 } });
    expect(quotaUse(access, ledger, noon)).toEqual({
      blocks: { used: 2, limit: 50 },
      newBlocksToday: { used: 3, limit: 5, resetsAt: '2026-11-23T00:00:00.000Z' },
    });
  });

  it('begins each day with nothing used', () => {
    const ledger = buildLedger({ newBlocks: { [today]: 3 } });
    const midnight = Date.parse('2026-11-23T00:00:00.000Z');
    expect(quotaUse(buildAccess(), ledger, midnight - 1).newBlocksToday.used).toBe(3);
    expect(quotaUse(buildAccess(), ledger, midnight).newBlocksToday).toEqual({
      used: 0,
      limit: 10,
      resetsAt: '2026-11-24T00:00:00.000Z',
    });
  });

  it('goes by the day of the shop', () => {
    const access = buildAccess({ timeZone: 'Asia/Kathmandu' });
    const ledger = buildLedger({ newBlocks: { [today]: 9, '2026-11-21T18:15:00.000Z': 2 } });
    expect(quotaUse(access, ledger, noon).newBlocksToday).toMatchObject({
      used: 2,
      resetsAt: '2026-11-22T18:15:00.000Z',
    });
  });

  it('ends the day early where the zone changes within it', () => {
    const access = buildAccess({ nextTimeZone: { timeZone: 'Asia/Kathmandu', from: noon + 1000 } });
    expect(quotaUse(access, buildLedger(), noon).newBlocksToday.resetsAt).toBe('2026-11-22T12:00:01.000Z');
  });

  it('shows a shop without an access what it would have, in UTC', () => {
    expect(quotaUse(undefined, buildLedger(), noon)).toEqual({
      blocks: { used: 0, limit: 100 },
      newBlocksToday: { used: 0, limit: 10, resetsAt: '2026-11-23T00:00:00.000Z' },
    });
  });
});
