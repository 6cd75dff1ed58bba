import { describe, it } from 'vitest';
import { weatherStorm } from './event-storm.ts';

describe('a storm of events', () => {
  it('of 2,000, repeated, shuffled and partly wrong, counts each event once, the corrected ones too', async () => {
    await weatherStorm(3, 2_000);
  }, 600_000);
});
