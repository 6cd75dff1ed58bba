import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withSection } from '../../../bench/report/benchmarks-section.ts';
import type { SavedResults } from '../../../bench/report/benchmarks-section.ts';

const read = (file: string): string => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');

describe('the figures in docs/benchmarks.md', () => {
  it('are those of the last run that is kept', () => {
    const results = JSON.parse(read('test/bench/results/bench.json')) as SavedResults;
    const page = read('docs/benchmarks.md');
    // Run `npm run bench` to have both written anew.
    expect(withSection(page, results)).toBe(page);
  });
});
