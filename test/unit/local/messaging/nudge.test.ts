import { describe, expect, it } from 'vitest';
import { createNudge } from '../../../../infra/local/messaging/nudge.ts';

const LONG = 60_000;

describe('createNudge', () => {
  it('cuts a wait that listens short, at a hint', async () => {
    const nudge = createNudge();
    const wait = nudge.wait(LONG, { hints: true });
    nudge.hint();
    await expect(wait).resolves.toBeUndefined();
  });

  it('remembers a hint given before the wait, once', async () => {
    const nudge = createNudge();
    nudge.hint();
    nudge.hint();
    await nudge.wait(LONG, { hints: true });
    const started = performance.now();
    await nudge.wait(30, { hints: true });
    expect(performance.now() - started).toBeGreaterThan(20);
  });

  it('lets a wait that does not listen run out, and keeps the hint for one that does', async () => {
    const nudge = createNudge();
    const started = performance.now();
    const wait = nudge.wait(30, { hints: false });
    nudge.hint();
    await wait;
    expect(performance.now() - started).toBeGreaterThan(20);
    await expect(nudge.wait(LONG, { hints: true })).resolves.toBeUndefined();
  });

  it('ends every wait at the end, also later ones', async () => {
    const nudge = createNudge();
    const wait = nudge.wait(LONG, { hints: false });
    nudge.end();
    await wait;
    await expect(nudge.wait(LONG, { hints: false })).resolves.toBeUndefined();
  });
});
