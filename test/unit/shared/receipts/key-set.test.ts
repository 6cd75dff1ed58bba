import { describe, expect, it } from 'vitest';
import { createKeySet } from '../../../../shared/receipts/key-set.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { buildSigner } from '../../../builders/items/receipt.ts';

function setOf(...outcomes: readonly ('read' | 'fails')[]) {
  const clock = buildClock();
  const asked: string[] = [];
  const left = [...outcomes];
  const set = createKeySet(
    ['new', 'old'],
    async (arn) => {
      asked.push(arn);
      if (arn === 'new' && left.shift() === 'fails') throw new Error(`no ${asked.length}`);
      return buildSigner(arn).key;
    },
    clock,
  );
  return { set, asked, clock };
}

describe('the set of keys', () => {
  it('is read once, however many ask at once or later, and keeps its order', async () => {
    const { set, asked, clock } = setOf('read');
    const [first] = await Promise.all(Array.from({ length: 50 }, () => set.read()));
    clock.advance(365 * 86_400_000);
    expect(await set.read()).toBe(first);
    expect(first?.map(({ kid }) => kid)).toEqual(['new', 'old']);
    expect(asked).toEqual(['new', 'old']);
  });

  it('is refused as a whole when one key cannot be read, and not read again for everybody who asks', async () => {
    const { set, asked, clock } = setOf('fails', 'read');
    for (let times = 0; times < 20; times++) await expect(set.read()).rejects.toThrow('no 1');
    expect(asked).toHaveLength(2);
    clock.advance(4_999);
    await expect(set.read()).rejects.toThrow('no 1');
    clock.advance(1);
    expect(await set.read()).toHaveLength(2);
    expect(asked).toHaveLength(4);
    clock.advance(86_400_000);
    await set.read();
    expect(asked).toHaveLength(4);
  });
});
