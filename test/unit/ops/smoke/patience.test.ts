import { describe, expect, it } from 'vitest';
import { NotYet, SmokeFailure } from '../../../../ops/smoke/failure.ts';
import { waitUntil } from '../../../../ops/smoke/patience.ts';

const quick = { firstPauseMilliseconds: 1 };

describe('waiting of the canary', () => {
  it('looks until it sees', async () => {
    const looks = [new NotYet('nothing'), new Error('connection lost'), 'there'];
    const look = () => {
      const next = looks.shift();
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    };
    expect(await waitUntil('it', 60, look, quick)).toBe('there');
  });

  it('ends in vain with what it saw last, and with the request that it was told', async () => {
    let time = 0;
    const look = () => Promise.resolve(new NotYet('1 of 2'));
    const now = () => (time += 1000);
    const failed = waitUntil('two', 3, look, { ...quick, now, lastRequestId: () => 'r-1' });
    await expect(failed).rejects.toMatchObject({
      message: 'waited 3 s for two; last seen: 1 of 2',
      requestId: 'r-1',
    });
  });

  it('does not wait for what is certain', async () => {
    const look = () => Promise.reject(new SmokeFailure('it says deny', {}));
    await expect(waitUntil('it', 60, look, quick)).rejects.toThrow('it says deny');
  });

  it('ends when it is told to stop', async () => {
    const stop = AbortSignal.abort();
    const look = () => Promise.resolve(new NotYet('nothing'));
    await expect(waitUntil('it', 60, look, { ...quick, stop })).rejects.toThrow('was stopped while it waited for it');
  });
});
