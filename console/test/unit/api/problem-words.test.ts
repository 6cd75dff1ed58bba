import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../../clients/api-problem.ts';
import { outcomeWord, problemTitle, problemWords } from '../../../src/api/problem-words.ts';

const problem = (code: ApiProblem['code'], status: number) =>
  new ApiProblem({ code, status, detail: '', requestId: 'r' });

describe('problemWords', () => {
  it('has words for what a seller can do something about', () => {
    expect(problemWords(problem('block_list_full', 409))).toEqual({
      title: 'problems.block_list_full.title',
      text: 'problems.block_list_full.text',
      requestId: 'r',
      canRetry: false,
    });
  });

  it('says of anything else that it went wrong, and offers to try again', () => {
    expect(problemWords(problem('internal', 500))).toMatchObject({ title: 'problems.other.title', canRetry: true });
    expect(problemWords(new Error('x'))).toMatchObject({ title: 'problems.other.title', canRetry: true });
  });
});

describe('outcomeWord', () => {
  it('says that nothing was changed only where that is sure', () => {
    expect(outcomeWord(problem('alert_not_open', 409))).toBe('problems.nothingChanged');
    expect(outcomeWord(problem('unreachable', 0))).toBe('problems.mayHaveChanged');
    expect(outcomeWord(new Error('x'))).toBe('problems.mayHaveChanged');
  });
});

describe('problemTitle', () => {
  it('says what happened by its code alone', () => {
    expect(problemTitle('alert_not_open')).toBe('problems.alert_not_open.title');
    expect([problemTitle('new_code'), problemTitle(undefined)]).toEqual(Array(2).fill('problems.other.title'));
  });
});
