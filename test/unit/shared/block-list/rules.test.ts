import { describe, expect, it } from 'vitest';
import {
  changeBlock,
  decideAdd,
  expiryOf,
  isLive,
  never,
  ninetyDays,
  placesUsed,
} from '../../../../shared/block-list/rules.ts';
import { buildBlock, buildLedger, places } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

describe('a block', () => {
  it('lasts 90 days of 24 hours, or for ever', () => {
    expect(expiryOf('90_days', noon) - noon).toBe(7_776_000_000);
    expect(expiryOf('permanent', noon)).toBe(never);
  });

  it('is live until the millisecond of its expiry', () => {
    expect(isLive({ expiresAt: noon }, noon - 1)).toBe(true);
    expect(isLive({ expiresAt: noon }, noon)).toBe(false);
    expect(isLive({ expiresAt: never }, Date.parse('9999-12-31T23:59:59.999Z'))).toBe(true);
  });
});

describe('changeBlock', () => {
  const block = buildBlock({ duration: '90_days', expiresAt: noon + 1000, note: 'first' });

  it('counts a new duration from now', () => {
    expect(changeBlock(block, { duration: '90_days' }, noon + 10)).toMatchObject({
      expiresAt: noon + 10 + ninetyDays,
      updatedAt: noon + 10,
    });
    expect(changeBlock(block, { duration: 'permanent' }, noon)).toMatchObject({
      duration: 'permanent',
      expiresAt: never,
    });
  });

  it('leaves the expiry alone when only words change', () => {
    const changed = changeBlock(block, { reason: 'harassment', note: 'second' }, noon + 10);
    expect(changed).toEqual({ ...block, reason: 'harassment', note: 'second', updatedAt: noon + 10, revision: 2 });
  });

  it('shortens a permanent block to 90 days from now', () => {
    expect(changeBlock(buildBlock(), { duration: '90_days' }, noon)).toMatchObject({
      duration: '90_days',
      expiresAt: noon + ninetyDays,
    });
  });

  it('needs a note for the reason other, be it a new one or the one that is there', () => {
    expect(changeBlock(buildBlock(), { reason: 'other' }, noon)).toBe('note_missing');
    expect(changeBlock(buildBlock(), { reason: 'other', note: 'why' }, noon)).toMatchObject({
      reason: 'other',
      note: 'why',
    });
    expect(changeBlock(block, { reason: 'other' }, noon)).toMatchObject({ reason: 'other', note: 'first' });
  });

  it('loses its note for null, unless the reason needs it', () => {
    const { note: _note, ...without } = block;
    expect(changeBlock(block, { note: null }, noon)).toEqual({ ...without, updatedAt: noon, revision: 2 });
    const other = buildBlock({ reason: 'other', note: 'why' });
    expect(changeBlock(other, { note: null }, noon)).toBe('note_missing');
    expect(changeBlock(block, { reason: 'other', note: null }, noon)).toBe('note_missing');
    expect(changeBlock(other, { reason: 'harassment', note: null }, noon)).not.toHaveProperty('note');
  });

  it('is changed whatever its reason when an erasure has taken the note', () => {
    const erased = buildBlock({ reason: 'other' });
    expect(changeBlock(erased, { duration: '90_days', reason: 'other' }, noon)).toMatchObject({ duration: '90_days' });
  });

  it('keeps identity, scope, maker and coverage', () => {
    const { blockId, buyerId, scope, createdAt, createdBy, coverage } = block;
    expect(changeBlock(block, { duration: 'permanent', reason: 'harassment' }, noon + 1)).toMatchObject({
      blockId,
      buyerId,
      scope,
      createdAt,
      createdBy,
      coverage,
    });
  });
});

const quotas = { blocks: 100, newBlocksPerDay: 10 };
const day = { key: '2026-11-22T00:00:00.000Z', startsAt: Date.parse('2026-11-22T00:00:00.000Z') };
const decide = (ledger: ReturnType<typeof buildLedger>, overrides: Partial<typeof quotas> = {}, root = 'root') =>
  decideAdd(ledger, root, { ...quotas, ...overrides }, day, noon);

describe('decideAdd', () => {
  it('adds to an empty ledger without touching anything else', () => {
    expect(decide(buildLedger())).toEqual({ type: 'add', plan: { replaces: undefined, drops: [], forgets: [] } });
  });

  it('takes the last place and the last new block of the day, and no more', () => {
    const newBlocks = (count: number) => ({ [day.key]: count });
    expect(decide(buildLedger({ places: places(99), newBlocks: newBlocks(9) })).type).toBe('add');
    expect(decide(buildLedger({ places: places(100), newBlocks: newBlocks(9) })).type).toBe('block_list_full');
    expect(decide(buildLedger({ places: places(99), newBlocks: newBlocks(10) })).type).toBe(
      'daily_block_limit_reached',
    );
  });

  it('tells the first of several refusals: blocked already, list full, day used up', () => {
    const ledger = buildLedger({ places: { ...places(99), root: never }, newBlocks: { [day.key]: 10 } });
    expect(decide(ledger).type).toBe('already_blocked');
    expect(decide(ledger, {}, 'another').type).toBe('block_list_full');
    expect(decide(ledger, { blocks: 101 }, 'another').type).toBe('daily_block_limit_reached');
  });

  it('counts an own block until the millisecond of its expiry', () => {
    expect(decide(buildLedger({ places: { root: noon + 1 } })).type).toBe('already_blocked');
    expect(decide(buildLedger({ places: { root: noon } }))).toEqual({
      type: 'add',
      plan: { replaces: noon, drops: [], forgets: [] },
    });
  });

  it('counts the places of others until the millisecond of their expiry', () => {
    expect(decide(buildLedger({ places: places(100, noon + 1) })).type).toBe('block_list_full');
    const freed = decide(buildLedger({ places: { ...places(99), expired: noon } }));
    expect(freed).toMatchObject({ type: 'add', plan: { drops: [{ buyerId: 'expired', expiresAt: noon }] } });
  });

  it('replaces the own expired place on a full map without dropping it as well', () => {
    expect(decide(buildLedger({ places: { ...places(99), root: 5 } }))).toEqual({
      type: 'add',
      plan: { replaces: 5, drops: [], forgets: [] },
    });
  });

  it('refuses after a lowered quota until the list is below it, and ends no block', () => {
    expect(decide(buildLedger({ places: places(50) }), { blocks: 20 }).type).toBe('block_list_full');
    expect(decide(buildLedger({ places: places(20) }), { blocks: 20 }).type).toBe('block_list_full');
    expect(decide(buildLedger({ places: places(19) }), { blocks: 20 }).type).toBe('add');
    expect(decide(buildLedger(), { blocks: 0 }).type).toBe('block_list_full');
    expect(decide(buildLedger(), { newBlocksPerDay: 0 }).type).toBe('daily_block_limit_reached');
  });

  it('first prunes when more places have expired than one write drops and a lowered quota lies below the rest', () => {
    const ledger = buildLedger({ places: { ...places(150, noon, 'x'), ...places(3) } });
    const pruned = decide(ledger, { blocks: 5 });
    expect(pruned.type).toBe('prune');
    const drops = pruned.type === 'prune' ? pruned.drops : [];
    expect(drops).toHaveLength(100);
    expect(drops.every((drop) => drop.expiresAt === noon && drop.buyerId.startsWith('x'))).toBe(true);
    const rest = Object.fromEntries(
      Object.entries(ledger.places).filter(([buyer]) => !drops.some((drop) => drop.buyerId === buyer)),
    );
    expect(decide(buildLedger({ places: rest }), { blocks: 5 })).toMatchObject({
      type: 'add',
      plan: { drops: { length: 50 } },
    });
  });

  it('adds at once when a hundred drops make room, however many more have expired', () => {
    const ledger = buildLedger({ places: places(1000, noon) });
    expect(decide(ledger, { blocks: 1000 })).toMatchObject({ type: 'add', plan: { drops: { length: 100 } } });
  });

  it('counts each day by itself, and forgets counters only three days after their day', () => {
    const newBlocks = {
      '2026-11-21T00:00:00.000Z': 10,
      '2026-11-19T00:00:00.000Z': 10,
      '2026-11-18T23:59:59.999Z': 10,
      '2025-01-01T00:00:00.000Z': 10,
    };
    expect(decide(buildLedger({ newBlocks }))).toMatchObject({
      type: 'add',
      plan: { forgets: ['2026-11-18T23:59:59.999Z', '2025-01-01T00:00:00.000Z'] },
    });
  });

  it('is not misled by IDs that are names of the language', () => {
    for (const root of ['__proto__', 'constructor', 'toString', 'ttl', 'pk']) {
      expect(decide(buildLedger(), {}, root).type).toBe('add');
      const entries = Object.fromEntries([[root, never]]);
      expect(decide(buildLedger({ places: entries }), {}, root).type).toBe('already_blocked');
    }
  });
});

describe('placesUsed', () => {
  it('counts live places only, to the millisecond', () => {
    const ledger = buildLedger({
      places: { ...places(2, noon), ...places(3, noon + 1, 'c'), ...places(4, never, 'd') },
    });
    expect(placesUsed(ledger, noon)).toBe(7);
    expect(placesUsed(ledger, noon + 1)).toBe(4);
  });
});
