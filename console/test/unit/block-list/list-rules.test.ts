import { describe, expect, it } from 'vitest';
import { isFiltered, paramsOf, shownBlocks, viewOf } from '../../../src/block-list/list-rules.ts';
import type { ListView } from '../../../src/block-list/list-rules.ts';
import { blockOf } from '../../builders/blocks.ts';

const now = Date.parse('2026-12-15T00:00:00.000Z');
const anna = blockOf({
  buyerId: '74958',
  username: 'Änna',
  note: 'Empty PARCEL, order 42',
  createdAt: '2026-11-03T00:00:00.000Z',
  expiresAt: '2027-02-01T00:00:00.000Z',
});
const pal = blockOf({
  buyerId: '99',
  username: 'pаypal',
  reason: 'harassment',
  createdAt: '2026-11-02T00:00:00.000Z',
  expiresAt: '2027-01-05T00:00:00.000Z',
});
const { expiresAt: _end, username: _name, ...nameless } = blockOf({ buyerId: 'erased-1' });
const gone = { ...nameless, scope: 'linked_user_ids' as const, duration: 'permanent' as const };
const all = [anna, pal, gone];

const shown = (some: Partial<ListView>) =>
  shownBlocks(all, { ...viewOf(new URLSearchParams()), ...some }, now, 'en').map(({ buyerId }) => buyerId);

describe('shownBlocks', () => {
  it('shows all, newest first, as long as nothing else is wanted', () => {
    expect(shown({})).toEqual(['74958', '99', 'erased-1']);
  });

  it.each([
    ['änna', ['74958']],
    ['parcel', ['74958']],
    ['495', ['74958']],
    ['42 empty', ['74958']],
    ['erased', ['erased-1']],
    ['parcel harass', []],
    ['  ', ['74958', '99', 'erased-1']],
  ])('finds by %j in name, note and ID', (search, found) => {
    expect(shown({ search })).toEqual(found);
  });

  it('finds a name by the letters that it looks like', () => {
    expect(shown({ search: 'paypal' })).toEqual(['99']);
    expect(shown({ search: 'Anna' })).toEqual(['74958']);
  });

  it('filters by all that is chosen at once', () => {
    expect(shown({ reason: 'harassment' })).toEqual(['99']);
    expect(shown({ scope: 'linked_user_ids', duration: 'permanent' })).toEqual(['erased-1']);
    expect(shown({ reason: 'harassment', scope: 'linked_user_ids' })).toEqual([]);
    expect(shown({ isEndingSoon: true })).toEqual(['99']);
  });

  it('sorts those that end first to the top and permanent ones to the end', () => {
    expect(shown({ order: 'ending' })).toEqual(['99', '74958', 'erased-1']);
  });

  it('sorts by name as the reader does, the nameless last', () => {
    expect(shown({ order: 'name' })).toEqual(['74958', '99', 'erased-1']);
  });
});

describe('the address of a view', () => {
  it('leads back to the same view', () => {
    const view: ListView = {
      search: ' a&b ',
      reason: 'other',
      scope: 'user_id_only',
      duration: 'permanent',
      isEndingSoon: true,
      order: 'name',
    };
    expect(viewOf(new URLSearchParams(paramsOf(view)))).toEqual(view);
  });

  it('is empty for the usual view, and ignores what it does not know', () => {
    expect(paramsOf(viewOf(new URLSearchParams('reason=none&order=up&ending=never')))).toEqual({});
  });

  it('says whether something is left out', () => {
    expect(isFiltered(viewOf(new URLSearchParams('order=name&search=+')))).toBe(false);
    expect(isFiltered(viewOf(new URLSearchParams('ending=soon')))).toBe(true);
  });
});
