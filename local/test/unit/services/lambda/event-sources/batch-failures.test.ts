import { describe, expect, it } from 'vitest';
import { readBatchFailures } from '../../../../../services/lambda/event-sources/batch-failures.ts';

const read = (answer: unknown) => readBatchFailures(answer, new Set(['a', 'b']));
const failures = (...batchItemFailures: readonly unknown[]) => ({ batchItemFailures });

describe('readBatchFailures', () => {
  it.each([null, undefined, {}, failures(), { batchItemFailures: null }])('takes %j for full success', (answer) => {
    expect(read(answer)).toEqual({ type: 'all_done' });
  });

  it('names those that failed, each once', () => {
    const answer = failures({ itemIdentifier: 'b' }, { itemIdentifier: 'b' });
    expect(read(answer)).toEqual({ type: 'some_failed', failed: new Set(['b']) });
  });

  it.each([
    'text',
    { batchItemFailures: 'b' },
    failures(null),
    failures({}),
    failures({ itemIdentifier: '' }),
    failures({ itemIdentifier: null }),
    failures({ itemIdentifier: 'b' }, { itemIdentifier: 'unknown' }),
  ])('takes %j for the failure of all', (answer) => {
    expect(read(answer)).toEqual({ type: 'all_failed' });
  });
});
