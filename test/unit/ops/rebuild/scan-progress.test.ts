import { describe, expect, it } from 'vitest';
import { createScanProgress } from '../../../../ops/rebuild/scan-progress.ts';

describe('how far a scan is', () => {
  const tally = { looked: 7, mended: 1, wrong: 0, failed: 0 };
  function progressOf(items: number) {
    const said: string[] = [];
    const clock = { now: 0 };
    const progress = createScanProgress({
      what: 'markers',
      items,
      say: (line) => said.push(line),
      now: () => clock.now,
    });
    return { progress, said, clock };
  }

  it('is said now and then, and at the end', () => {
    const { progress, said, clock } = progressOf(400);
    progress.show(50, tally);
    clock.now = 2_000;
    progress.show(100, tally);
    clock.now = 3_000;
    progress.show(200, tally);
    progress.end(404, tally);
    expect(said).toEqual([
      'markers: 100 items read, about 25 %, 7 pieces looked at, 1 mended.',
      'markers: all 404 items read, 7 pieces looked at, 1 mended.',
    ]);
  });

  it('is no share of a count that is behind', () => {
    const { progress, said, clock } = progressOf(0);
    clock.now = 2_000;
    progress.show(1);
    expect(said).toEqual(['markers: 1 item read.']);
  });
});
