import { describe, expect, it } from 'vitest';
import { queryItems } from '../../../../shared/table/query.ts';
import { scriptedTable } from '../../../builders/fakes/scripted-table.ts';

const position = { pk: 'p', sk: 'c' };
const twoAnswers = () =>
  scriptedTable((_, call) =>
    call === 1
      ? { Items: [{ sk: 'a' }, { sk: 'b' }, { sk: 'c' }], LastEvaluatedKey: position }
      : { Items: [{ sk: 'd' }, { sk: 'e' }] },
  );
const askedOf = ({ sent }: ReturnType<typeof twoAnswers>) =>
  sent.map(({ input }) => [input['Limit'], input['ExclusiveStartKey']]);

describe('queryItems', () => {
  it('goes on where an answer ended for its size, and asks for what is still missing', async () => {
    const table = twoAnswers();
    expect(await queryItems(table, { KeyConditionExpression: 'pk = :pk' }, 5)).toHaveLength(5);
    expect(askedOf(table)).toEqual([
      [5, undefined],
      [2, position],
    ]);
  });

  it('asks with a limit of the query as it is, and gives no more than is wanted', async () => {
    const table = twoAnswers();
    expect(await queryItems(table, { Limit: 100 }, 4)).toEqual(['a', 'b', 'c', 'd'].map((sk) => ({ sk })));
    expect(askedOf(table)).toEqual([
      [100, undefined],
      [100, position],
    ]);
  });

  it('sets no limit when all are wanted', async () => {
    const table = twoAnswers();
    expect(await queryItems(table, {})).toHaveLength(5);
    expect(askedOf(table)[0]).toEqual([undefined, undefined]);
  });

  it('passes on what a later answer throws: half a list is none', async () => {
    const table = scriptedTable((_, call) => {
      if (call === 1) return { Items: [{ sk: 'a' }], LastEvaluatedKey: position };
      throw new Error('time-out');
    });
    await expect(queryItems(table, {})).rejects.toThrow('time-out');
  });
});
