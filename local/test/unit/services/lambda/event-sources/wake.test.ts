import { describe, expect, it } from 'vitest';
import { createWake } from '../../../../../services/lambda/event-sources/wake.ts';

const long = 60_000;

describe('createWake', () => {
  it('cuts a wait that listens short, at a hint', async () => {
    const wake = createWake();
    const wait = wake.wait(long, { hints: true });
    wake.hint();
    await expect(wait).resolves.toBeUndefined();
  });

  it('remembers a hint given before the wait, once', async () => {
    const wake = createWake();
    wake.hint();
    wake.hint();
    await wake.wait(long, { hints: true });
    const started = performance.now();
    await wake.wait(30, { hints: true });
    expect(performance.now() - started).toBeGreaterThan(20);
  });

  it('lets a wait that does not listen run out, and keeps the hint for one that does', async () => {
    const wake = createWake();
    const started = performance.now();
    const wait = wake.wait(30, { hints: false });
    wake.hint();
    await wait;
    expect(performance.now() - started).toBeGreaterThan(20);
    await expect(wake.wait(long, { hints: true })).resolves.toBeUndefined();
  });

  it('ends every wait at the end, also later ones', async () => {
    const wake = createWake();
    const wait = wake.wait(long, { hints: false });
    wake.end();
    await wait;
    await expect(wake.wait(long, { hints: false })).resolves.toBeUndefined();
  });
});
