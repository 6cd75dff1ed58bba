import { describe, expect, it } from 'vitest';
import { untilAvailable } from '../../../demo/until-available.ts';

describe('untilAvailable', () => {
  it('asks again while the answer is 503, and takes any other', async () => {
    const statuses = [503, 404, 200];
    const response = await untilAvailable(async () => new Response('', { status: statuses.shift() ?? 500 }));
    expect(response.status).toBe(404);
    expect(statuses).toEqual([200]);
  });

  it('passes on that nothing answers', async () => {
    await expect(untilAvailable(() => Promise.reject(new Error('nobody')))).rejects.toThrow('nobody');
  });
});
