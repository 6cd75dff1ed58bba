import { describe, expect, it } from 'vitest';
import { peekDeadLetters, summarizeReasons } from '../../../ops/peek-dead-letters.ts';
import { fakeDeadLetterQueue } from '../../builders/fakes/fake-dead-letter-queue.ts';

describe('looking at dead letters', () => {
  it('finds each once, and leaves all for others to see', async () => {
    const deadLetters = fakeDeadLetterQueue(Array.from({ length: 23 }, (_, index) => `body ${index}`));
    expect(await peekDeadLetters(deadLetters.queue, 'work')).toHaveLength(23);
    expect(deadLetters.hidden.size).toBe(0);
    expect(deadLetters.bodies()).toHaveLength(23);
  });

  it('sums up reasons, the most frequent first, and not all of very many', () => {
    const invalid = { reason: 'invalid_event', detail: 'detail.amount' };
    expect(summarizeReasons([{ reason: 'malformed_json', detail: '' }, invalid, invalid])).toBe(
      '2 invalid_event (detail.amount), 1 malformed_json',
    );
    const many = Array.from({ length: 9 }, (_, index) => ({ reason: 'invalid_event', detail: `f${index}` }));
    expect(summarizeReasons(many)).toMatch(/4 more reasons$/);
    expect(summarizeReasons([])).toBe('');
  });
});
