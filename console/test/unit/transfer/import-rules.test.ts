import { describe, expect, it } from 'vitest';
import {
  countOf,
  draftOf,
  fileProblemOf,
  lookOf,
  outcomeWordOf,
  wrongColumnsOf,
} from '../../../src/transfer/import-rules.ts';

describe('an import', () => {
  it('has a key of its own for each text', () => {
    let made = 0;
    const newKey = () => `k${++made}`;
    expect(draftOf('a', 'a.csv', newKey)).toEqual({ text: 'a', fileName: 'a.csv', key: 'k1', wasRun: false });
    expect(draftOf('b', '', newKey).key).toBe('k2');
  });

  it('counts rows by outcome', () => {
    const result = { rows: [], summary: { created: 3, unavailable: 2 } };
    expect(countOf(result, 'created', 'unavailable')).toBe(5);
    expect(countOf(result, 'would_create')).toBe(0);
  });

  it('says in words and looks what became of a row', () => {
    expect([lookOf('created'), lookOf('would_create'), lookOf('unavailable'), lookOf('buyer_not_found')]).toEqual([
      'good',
      'good',
      'neutral',
      'warn',
    ]);
    expect(outcomeWordOf('created')).toBe('transfer.created');
    expect(outcomeWordOf('would_create')).toBe('transfer.wouldCreate');
    expect(outcomeWordOf('unavailable')).toBe('transfer.leftOut');
    expect(outcomeWordOf('username_ambiguous')).toBe('problems.username_ambiguous.title');
  });

  it('names the columns that are wrong in a row, each once', () => {
    const errors = ['note', 'scope', 'note'].map((path) => ({ path, message: 'x' }));
    expect(wrongColumnsOf({ row: 1, outcome: 'validation_failed', errors })).toEqual(['note', 'scope']);
    expect(wrongColumnsOf({ row: 1, outcome: 'created' })).toEqual([]);
  });

  it('says what is wrong with the whole of a file', () => {
    expect(fileProblemOf([{ path: 'columns.scope' }, { path: 'rows' }])).toEqual({
      type: 'columns',
      columns: ['scope'],
    });
    expect(fileProblemOf([{ path: 'rows' }])).toEqual({ type: 'rows' });
    expect(fileProblemOf([{ path: 'body' }])).toEqual({ type: 'csv' });
    expect(fileProblemOf([])).toBeUndefined();
  });
});
