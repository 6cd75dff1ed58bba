import { describe, expect, it, vi } from 'vitest';
import { createArchives } from '../../../../services/events/archives.ts';
import type { EventEnvelope } from '../../../../services/events/event-envelope.ts';

const archiveArn = 'arn:aws:events:us-east-1:000000000000:archive/ssc-local';
const model = {
  ...{ name: 'ssc-local', arn: archiveArn, path: 'Test/Archive', busName: 'ssc-local' },
  pattern: { source: [{ 'anything-but': ['marketplace.identity'] }] },
};

function buildEvent(id: string, source = 'marketplace.orders'): EventEnvelope {
  return {
    ...{ version: '0', id, source, account: '000000000000', region: 'us-east-1', resources: [], detail: {} },
    ...{ 'detail-type': 'Order Status Changed', time: '2026-01-15T10:00:00Z' },
  };
}

function buildArchives() {
  const replayed: string[] = [];
  let now = 1000;
  const archives = createArchives([model], {
    clock: { now: () => now } as never,
    replay: (_bus, { id }, rules) => void replayed.push(`${id} ${rules.join()}`),
  });
  for (const [id, source] of [['a'], ['b', 'marketplace.identity'], ['c'], ['d']] as const) {
    archives.observe('ssc-local', buildEvent(id, source));
    archives.observe('other', buildEvent(`${id}-elsewhere`));
    now += 1000;
  }
  return { archives, replayed };
}
const order = { name: 'r', archiveArn, from: 0, to: 10_000, ruleArns: ['rule-1'] };

describe('an archive', () => {
  it('replays what its pattern takes, of the time that is asked for, to the rules that are asked for', async () => {
    const { archives, replayed } = buildArchives();
    archives.start({ ...order, from: 1500, to: 3500 });
    await vi.waitFor(() => expect(archives.describe('r')).toMatchObject({ state: 'COMPLETED', lastReplayedAt: 3000 }));
    expect(replayed).toEqual(['c rule-1']);
  });

  it('stops when it is cancelled', async () => {
    const { archives, replayed } = buildArchives();
    archives.start(order);
    expect(archives.cancel('r').state).toBe('CANCELLED');
    expect(() => archives.cancel('r')).toThrow('is not running');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(replayed).toEqual([]);
  });

  it('knows no other archive or replay, and no name twice', () => {
    const { archives } = buildArchives();
    expect(() => archives.start({ ...order, archiveArn: 'arn:other' })).toThrow('Archive arn:other does not exist');
    expect(() => archives.describe('x')).toThrow('Replay x does not exist');
    archives.start(order);
    expect(() => archives.start(order)).toThrow('already exists');
  });
});
