import { describe, expect, it } from 'vitest';
import type { Candidate, MarketplaceBuyer } from '../../../../shared/block-list/candidate-store.ts';
import { planBlock } from '../../../../shared/block-list/plan-block.ts';
import type { NewBlock } from '../../../../shared/block-list/plan-block.ts';
import { never } from '../../../../shared/block-list/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildAccess, buildLedger, places } from '../../../builders/items/block-list.ts';

const request: NewBlock = {
  buyerId: 'buyer-1',
  username: 'ada',
  reason: 'order_abuse',
  scope: 'user_id_only',
  duration: '90_days',
};
const made = { blockId: 'block-1', by: 'ann', now: noon };
const profile = { buyerId: 'buyer-1', username: 'ada', avatarUrl: 'https://cdn.example/ada.png', revision: 3 };
const access = buildAccess({ quotas: { blocks: 5, newBlocksPerDay: 2 } });
const today = '2026-11-22T00:00:00.000Z';
const full = buildLedger({ places: places(5) });
const usedUp = buildLedger({ newBlocks: { [today]: 2 } });

type Known = Candidate & MarketplaceBuyer;
function candidate(overrides: Partial<Known> = {}): Known {
  return {
    ledger: buildLedger(),
    profile,
    shopBuyer: { orders: 1, openOrders: 0 },
    exemption: undefined,
    isErased: false,
    links: { revision: 4, groups: [], hasDependents: false },
    alertBuyerId: undefined,
    ...overrides,
  };
}
const plan = (found: Partial<Known> = {}, asked: Partial<NewBlock> = {}) =>
  planBlock(access, candidate(found), { ...request, ...asked }, made);

describe('planBlock', () => {
  it('plans the block with the name and picture of the profile, and all that the write holds on', () => {
    const ledger = buildLedger({ places: { 'buyer-1': noon, gone: noon - 1, live: never } });
    expect(plan({ ledger })).toEqual({
      type: 'add',
      block: {
        blockId: 'block-1',
        buyerId: 'buyer-1',
        username: 'ada',
        avatarUrl: 'https://cdn.example/ada.png',
        reason: 'order_abuse',
        scope: 'user_id_only',
        duration: '90_days',
        createdAt: noon,
        createdBy: 'ann',
        expiresAt: noon + 90 * 86_400_000,
        coverage: { state: 'complete', guarded: 1, total: 1 },
        revision: 1,
      },
      plan: { replaces: noon, drops: [{ buyerId: 'gone', expiresAt: noon - 1 }], forgets: [] },
      dayKey: today,
      profileRevision: 3,
      linksRevision: 4,
    });
  });

  it('keeps the note and the alert that the request names', () => {
    expect(plan({}, { note: 'n', alertId: 'alert-1' })).toMatchObject({ block: { note: 'n', alertId: 'alert-1' } });
  });

  it.each([
    ['linked_user_ids', ['g'], 'applying'],
    ['linked_user_ids', [], 'complete'],
    ['user_id_only', ['g'], 'complete'],
  ] as const)('of scope %s and groups %j is %s', (scope, groups, state) => {
    const links = { revision: 4, groups, hasDependents: false };
    expect(plan({ links }, { scope })).toMatchObject({ block: { coverage: { state, guarded: 1, total: 1 } } });
  });

  it('drops expired places first where one write cannot drop them all', () => {
    const drops = Object.entries(places(100, noon)).map(([buyerId, expiresAt]) => ({ buyerId, expiresAt }));
    expect(plan({ ledger: buildLedger({ places: places(105, noon) }) })).toEqual({ type: 'prune', drops });
    expect(plan({ ledger: buildLedger({ places: places(104, noon) }) })).toMatchObject({ type: 'add' });
  });

  it.each<[string, Partial<Known>]>([
    ['already_blocked', { ledger: buildLedger({ places: { 'buyer-1': noon + 1 } }) }],
    ['block_list_full', { ledger: full }],
    ['daily_block_limit_reached', { ledger: usedUp }],
    ['buyer_not_found', { profile: undefined }],
    ['buyer_not_found', { shopBuyer: undefined }],
    ['username_mismatch', { profile: { ...profile, username: 'Ada' } }],
  ])('refuses with %s', (code, found) => {
    expect(() => plan(found)).toThrow(expect.objectContaining({ code }));
  });

  it.each<[string, Partial<Known>]>([
    ['block_list_full', { ledger: full }],
    ['daily_block_limit_reached', { ledger: usedUp }],
  ])('refuses with %s whoever is meant: nobody can try out names on it', (code, found) => {
    for (const buyer of [{ profile: undefined }, { shopBuyer: undefined }, { profile: { ...profile, username: 'x' } }])
      expect(() => plan({ ...found, ...buyer })).toThrow(expect.objectContaining({ code }));
  });

  it('names the quota that is used up, and when the next day begins', () => {
    expect(() => plan({ ledger: full })).toThrow('holds 5 buyers at most');
    const resetsAt = '2026-11-23T00:00:00.000Z';
    expect(() => plan({ ledger: usedUp })).toThrow(
      expect.objectContaining({
        message: `At most 2 new blocks a day; again from ${resetsAt}.`,
        details: { resetsAt },
      }),
    );
  });
});
