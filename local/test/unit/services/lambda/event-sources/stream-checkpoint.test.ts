import { describe, expect, it } from 'vitest';
import { openStreamCheckpoint } from '../../../../../services/lambda/event-sources/stream-checkpoint.ts';
import { countingJournal } from '../../../../builders/counting-journal.ts';

const at = (sequenceNumber: string) => ({ shardId: 'shard-1', sequenceNumber });

describe('openStreamCheckpoint', () => {
  it('knows nothing of a mapping that never worked', () => {
    expect(openStreamCheckpoint(countingJournal().journal, 'Mapping').get()).toBeUndefined();
  });

  it('keeps the last position of each mapping over a restart', () => {
    const { journal } = countingJournal();
    const one = openStreamCheckpoint(journal, 'One');
    for (const number of ['1', '2']) one.set(at(number));
    openStreamCheckpoint(journal, 'Other').set({ shardId: 'shard-2' });
    expect(one.get()).toEqual(at('2'));
    expect(openStreamCheckpoint(journal, 'One').get()).toEqual(at('2'));
    expect(openStreamCheckpoint(journal, 'Other').get()).toEqual({ shardId: 'shard-2' });
  });

  it('keeps its history short, over a restart too, and never loses the last position', () => {
    const { journal, written, kept } = countingJournal();
    for (let start = 0; start < 3; start += 1) {
      const checkpoint = openStreamCheckpoint(journal, 'Mapping');
      for (let n = 0; n < 1_500; n += 1) checkpoint.set(at(`${start}-${n}`));
      expect(openStreamCheckpoint(journal, 'Mapping').get()).toEqual(at(`${start}-1499`));
      expect(kept('stream Mapping')).toBeLessThan(2_000);
    }
    expect(written.rewritten).toBe(2);
  });
});
