import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SavedResults, withSection } from '../../bench/report/readme-section.ts';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

describe('the figures in README.md', () => {
  it('are those of the last run that is kept', () => {
    const results = JSON.parse(read('test/bench/results/bench.json')) as SavedResults;
    const readme = read('README.md');
    // Run `npm run bench` to have both written anew.
    expect(withSection(readme, results)).toBe(readme);
  });
});
