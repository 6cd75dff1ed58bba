import { describe, expect, it } from 'vitest';
import type { Piece, RebuildReply } from '../../../../shared/contracts/messages/rebuild-request.ts';
import { lookAtPieces } from '../../../../ops/rebuild/look-at-pieces.ts';
import type { Looking, Tally } from '../../../../ops/rebuild/look-at-pieces.ts';

type Outcome = RebuildReply['outcomes'][number];
const piece = (buyerId: string): Piece => ({ kind: 'marker', shopId: 's', buyerId });
const nameOf = (one: Piece) => ('buyerId' in one ? one.buyerId : '');

function looking(answer: (name: string, round: number) => Outcome, more: Partial<Looking> = {}) {
  const said: string[] = [];
  const batches: string[][] = [];
  let round = 1;
  const tally: Tally = { looked: 0, mended: 0, wrong: 0, failed: 0 };
  const job: Looking = {
    ...{ dryRun: false, concurrency: 1, rounds: 3, stop: new AbortController().signal },
    rebuild: (pieces) => {
      batches.push(pieces.map(nameOf));
      return Promise.resolve({ outcomes: pieces.map((one) => answer(nameOf(one), round)) });
    },
    pause: () => Promise.resolve(void (round += 1)),
    say: (line) => said.push(line),
    ...more,
  };
  return { job, tally, said, batches };
}

describe('looking at pieces', () => {
  it('goes on with what comes behind a piece, and says what was wrong', async () => {
    const { job, tally, said, batches } = looking((name) =>
      name === 'first'
        ? { outcome: 'mended', found: ['odd', 'even'], next: piece('second') }
        : { outcome: 'right', found: [] },
    );
    expect(await lookAtPieces(job, tally, [piece('first')])).toEqual([]);
    expect(batches).toEqual([['first'], ['second']]);
    expect(tally).toEqual({ looked: 2, mended: 1, wrong: 0, failed: 0 });
    expect(said).toEqual(['mended: marker of first in s: odd; even']);
  });

  it('looks again at what is busy, at what takes its place, and answers what stays so', async () => {
    const { job, tally, batches } = looking((name, round) => {
      if (name === 'soon') return { outcome: round === 1 ? 'busy' : 'right', found: [] };
      return { outcome: 'busy', found: ['it changes'], next: piece(`${name}+`) };
    });
    expect(await lookAtPieces(job, tally, [piece('soon'), piece('never')])).toEqual([
      { piece: piece('never+++'), found: ['it changes'] },
    ]);
    expect(batches).toEqual([['soon', 'never'], ['soon', 'never+'], ['never++']]);
    expect(tally.looked).toBe(1);
  });

  it('begins no more once it is to stop', async () => {
    const stop = new AbortController();
    const many = Array.from({ length: 60 }, (_, index) => piece(`p-${index}`));
    const { job, tally, batches } = looking(
      () => {
        stop.abort();
        return { outcome: 'right', found: [] };
      },
      { stop: stop.signal },
    );
    await lookAtPieces(job, tally, many);
    expect(batches).toHaveLength(1);
    expect(tally.looked).toBe(25);
  });
});
