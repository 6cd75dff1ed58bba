import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { correlated, correlationId, firstCorrelationId } from '../../../../shared/logs/correlation.ts';

describe('the ID that work goes by', () => {
  it('is that of the work, also behind what it awaits, and beside other work', async () => {
    const seen = await Promise.all(
      ['a', 'b'].map((id) =>
        correlated(id, async () => {
          await pause(5);
          return correlationId();
        }),
      ),
    );
    expect(seen).toEqual(['a', 'b']);
    expect(correlationId()).toBeUndefined();
  });

  it.each([
    [['one', 'two'], 'one'],
    [[undefined, 'two'], 'two'],
    [['with blanks', 7, null, { id: 'x' }, 'right_one-1'], 'right_one-1'],
    [['x'.repeat(65), 'x'.repeat(64)], 'x'.repeat(64)],
    [['forged": "line'], 'unknown'],
  ])('of %j is %s', (candidates, id) => expect(firstCorrelationId(...candidates)).toBe(id));
});
