import { describe, expect, it } from 'vitest';
import { changeBlock, expiryOf, isLive, never, ninetyDays } from '../../../../shared/block-list/rules.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
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
