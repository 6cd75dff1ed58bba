import { describe, it } from 'vitest';
import { weatherStorm } from './event-storm.ts';

describe('a storm of events', () => {
  it.each([1, 2])('of 20,000, repeated, shuffled and partly wrong, counts each event once (seed %i)', async (seed) => {
    await weatherStorm(seed, 20_000);
  });
});
