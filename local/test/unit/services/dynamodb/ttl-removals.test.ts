import { describe, expect, it } from 'vitest';
import { createTtlRemovals } from '../../../../services/dynamodb/ttl-removals.ts';
import { countingJournal } from '../../../builders/counting-journal.ts';

const keys = { pk: { S: 'a' }, sk: { S: 'b' } };
const day = 86_400_000;

function open(counting = countingJournal(), now = 0) {
  const at = { now };
  const removals = createTtlRemovals(counting.journal, () => at.now);
  return { ...counting, at, removals };
}

describe('createTtlRemovals', () => {
  it('knows the item that it was told of: by table, keys in any order, and time', () => {
    const { removals } = open();
    removals.mark('t', keys, '100');
    expect(removals.has('t', { sk: { S: 'b' }, pk: { S: 'a' } }, '100')).toBe(true);
    expect(removals.has('other', keys, '100')).toBe(false);
    expect(removals.has('t', { ...keys, sk: { S: 'c' } }, '100')).toBe(false);
    expect(removals.has('t', { ...keys, sk: { N: 'b' } as never }, '100')).toBe(false);
    expect(removals.has('t', keys, '101')).toBe(false);
  });

  it('goes by the keys alone where the stream does not tell what the item held', () => {
    const { removals } = open();
    removals.mark('t', keys, '100');
    expect(removals.has('t', keys, undefined)).toBe(true);
  });

  it('still knows it when it is asked again: a stream is read more than once', () => {
    const { removals } = open();
    removals.mark('t', keys, '100');
    expect([removals.has('t', keys, '100'), removals.has('t', keys, '100')]).toEqual([true, true]);
  });

  it('forgets a deletion that did not happen, and no other one', () => {
    const { removals } = open();
    removals.mark('t', keys, '200');
    removals.unmark('t', keys, '100');
    expect(removals.has('t', keys, '200')).toBe(true);
    removals.unmark('t', keys, '200');
    expect(removals.has('t', keys, '200')).toBe(false);
  });

  it('knows it over a restart, for the day in which a stream keeps the record', () => {
    const first = open();
    first.removals.mark('t', keys, '100');
    first.removals.mark('t', { ...keys, pk: { S: 'unmarked' } }, '100');
    first.removals.unmark('t', { ...keys, pk: { S: 'unmarked' } }, '100');
    expect(open(first, day - 1).removals.has('t', keys, '100')).toBe(true);
    expect(first.kept('ttl-removals')).toBe(1);
    expect(open(first, day).removals.has('t', keys, '100')).toBe(false);
    expect(first.kept('ttl-removals')).toBe(0);
  });
});
