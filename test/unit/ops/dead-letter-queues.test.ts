import { describe, expect, it } from 'vitest';
import { deadLetterQueues, findDeadLetterQueue } from '../../../ops/dead-letter-queues.ts';

describe('findDeadLetterQueue', () => {
  it.each(['orders', 'orders-dead-letters', 'ssc-dev-orders', 'ssc-dev-orders-dead-letters'])('knows %s', (meant) => {
    expect(findDeadLetterQueue('dev', meant)).toEqual({ kind: 'work', name: 'orders-dead-letters', source: 'orders' });
  });

  it('knows every one by its own name', () => {
    for (const queue of deadLetterQueues) expect(findDeadLetterQueue('dev', queue.name)).toBe(queue);
  });

  it.each(['', 'nobody', 'ssc-prod-orders', 'orders-dead'])('does not know %j', (meant) => {
    expect(findDeadLetterQueue('dev', meant)).toBeUndefined();
  });
});
