import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestEngine } from '../../builders/engines/engines.ts';
import { useTable } from '../../builders/engines/table.ts';
import { race, races } from './undo-races.ts';
import type { Tally } from './undo-races.ts';

/** Removals, returns, new blocks, expiries and ends of access at once, so many times. */
export function describeUndoRaces(engine: TestEngine, numRuns: number): void {
  describe(`${numRuns} races about a removed block on ${engine}`, () => {
    const table = useTable(engine);

    it('end with exactly the prior state or a named refusal, and the ledger agrees', {
      timeout: 3_600_000,
    }, async () => {
      let run = 0;
      const tally: Tally = new Map();
      const property = fc.asyncProperty(races, (one) => race(table, (run += 1), one, tally));
      await fc.assert(property, { numRuns });
      // Not because nothing came back: both outcomes were seen.
      for (const answer of ['restore 200', 'restore not_restorable']) expect(tally.get(answer)).toBeGreaterThan(0);
      if (process.env['SSC_SHOW_TALLY'] === '1')
        process.stdout.write(`${JSON.stringify(Object.fromEntries([...tally].toSorted()))}\n`);
    });
  });
}
