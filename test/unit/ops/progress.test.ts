import { describe, expect, it } from 'vitest';
import { createProgress, progressText } from '../../../ops/progress.ts';

describe('progress', () => {
  const text = (done: number, milliseconds: number, failed = 0) =>
    progressText({ done, failed, total: 10 }, milliseconds);

  it('says how far it is, what failed and how long it takes', () => {
    expect(text(0, 0)).toBe(`[${' '.repeat(30)}] 0 of 10, 0 %, 0 a second`);
    expect(text(5, 1000)).toBe(`[${'#'.repeat(15)}${' '.repeat(15)}] 5 of 10, 50 %, 5 a second, 1 s left`);
    expect(text(5, 1000, 2)).toContain('5 of 10, 50 %, 2 failed, 5 a second');
    expect(text(10, 1000)).toBe(`[${'#'.repeat(30)}] 10 of 10, 100 %, 10 a second`);
    expect(progressText({ done: 0, failed: 0, total: 0 }, 0)).toContain('0 of 0, 100 %');
  });

  it.each([
    [true, 4],
    [false, 2],
  ])('moves in a terminal (%s) and is a line now and then elsewhere', (terminal, shown) => {
    let time = 0;
    const written: string[] = [];
    const progress = createProgress({
      total: 3,
      terminal,
      write: (text) => void written.push(text),
      now: () => time,
    });
    for (const at of [50, 150, 2500]) {
      time = at;
      progress.step('done');
    }
    progress.end();
    const states = written.filter((text) => text.includes('of 3'));
    expect(states).toHaveLength(shown);
    expect(states.every((text) => (terminal ? text.startsWith('\r') : text.endsWith('\n')))).toBe(true);
    expect(written.at(-1)?.endsWith('\n')).toBe(true);
  });

  it.each([
    [40, 40],
    [0, 80],
  ])('keeps its line shorter than a terminal of %i columns, where it would break and stay', (columns, longest) => {
    const written: string[] = [];
    const write = (shown: string) => void written.push(shown);
    createProgress({ total: 100_000, terminal: true, columns, write, now: () => 0 }).end();
    for (const shown of written) expect(shown.split('\u001B')[0]?.length).toBeLessThanOrEqual(longest);
    expect(written[0]).toContain(`[${' '.repeat(30)}`);
  });
});
