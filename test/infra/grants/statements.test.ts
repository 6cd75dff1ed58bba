import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../../infra/grants/statements.ts';

describe('statementsOf', () => {
  it('is one statement for each kind of call, with all of its partitions', () => {
    expect(
      statementsOf([
        { actions: ['GetItem', 'PutItem'], partitions: ['SHOP#'] },
        { actions: ['ConditionCheckItem'], partitions: ['ORDER#', 'SHOP#'] },
        { actions: ['BatchGetItem'], partitions: ['ALERT#'] },
        { actions: ['Query'], partitions: ['BUYER#'] },
      ]),
    ).toEqual([
      { actions: ['GetItem', 'BatchGetItem'], partitions: ['ALERT#', 'SHOP#'] },
      { actions: ['Query'], partitions: ['BUYER#'] },
      { actions: ['PutItem', 'ConditionCheckItem'], partitions: ['ORDER#', 'SHOP#'] },
    ]);
  });

  it('leaves alone what is in no transaction', () => {
    const counter = { actions: ['UpdateItem'], partitions: ['RATE#'], alone: true } as const;
    expect(statementsOf([counter, { actions: ['PutItem'], partitions: ['SHOP#'] }])).toEqual([
      { actions: ['PutItem'], partitions: ['SHOP#'] },
      counter,
    ]);
  });

  it('makes nothing of no grants', () => {
    expect(statementsOf([])).toEqual([]);
  });
});
