import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { rebuildHandler } from '../../../../shared/rebuild/handler.ts';

type Deps = Parameters<typeof rebuildHandler>[0];

const handlerWith = (readBlock: (shopId: string, root: string) => Promise<unknown>) =>
  // Only blocks are looked at here.
  rebuildHandler({ store: { readBlock }, links: { clock: { now: () => 0 } } } as unknown as Deps);
const context = (milliseconds: number) => ({ getRemainingTimeInMillis: () => milliseconds });
const piece = (buyerId: string) => ({ kind: 'block', shopId: 'shop-1', buyerId });

describe('the function that mends', () => {
  it('answers piece by piece, and goes on behind one that fails or keeps changing', async () => {
    const handler = handlerWith((_, root) => {
      if (root === 'busy') throw new AppError('unavailable', 'Too many writes at once.');
      if (root === 'odd') throw new TypeError('the item is odd');
      return Promise.resolve({ block: undefined });
    });
    const pieces = ['busy', 'odd', 'gone'].map(piece);
    const { outcomes } = await handler({ version: 1, dryRun: false, pieces }, context(180_000));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['busy', 'failed', 'right']);
  });

  it('begins nothing that it could not finish in time', async () => {
    const handler = handlerWith(() => Promise.reject(new Error('asked')));
    const { outcomes } = await handler({ version: 1, dryRun: false, pieces: [piece('late')] }, context(30_000));
    expect(outcomes).toEqual([{ outcome: 'busy', found: [] }]);
  });

  it('refuses what is no request, before it does anything', async () => {
    const handler = handlerWith(() => Promise.reject(new Error('asked')));
    for (const event of [{}, { version: 1, dryRun: false, pieces: [] }, { version: 1, dryRun: false, pieces: [{}] }])
      await expect(handler(event, context(180_000))).rejects.toThrow(/invalid|expected|Invalid/i);
  });
});
