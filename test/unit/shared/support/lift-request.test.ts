import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { toLift } from '../../../../shared/support/lift-request.ts';

const lift = { agent: 'agent-1', reason: 'papers shown' };
const refusalOf = (query: object, body: object) => {
  try {
    toLift(query, body);
  } catch (error) {
    if (error instanceof AppError) return error.details.errors?.map(({ path, message }) => `${path} ${message}`);
  }
  throw new Error('nothing was refused');
};

describe('what a lift asks for', () => {
  it('comes from the body, from the query, or from both', () => {
    expect(toLift({}, { ...lift, blockId: 'b' })).toEqual({ ...lift, blockId: 'b' });
    expect(toLift(lift, {})).toEqual(lift);
    expect(toLift({ agent: 'agent-1' }, { reason: 'papers shown' })).toEqual(lift);
  });

  it('names what is in neither, and what is in both', () => {
    expect(refusalOf({}, {})).toEqual([
      'agent is required, in the body or as a query parameter',
      'reason is required, in the body or as a query parameter',
    ]);
    expect(refusalOf(lift, { agent: 'agent-1' })).toEqual(['query.agent stands in the body as well']);
  });
});
