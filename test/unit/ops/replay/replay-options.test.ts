import { describe, expect, it } from 'vitest';
import { parseReplay } from '../../../../ops/replay/replay-options.ts';

const now = Date.parse('2026-12-01T10:00:00.000Z');
const parse = (...args: string[]) => parseReplay(['--stage', 'prod', ...args], {}, now);

describe('the options of replay', () => {
  it('take all that hear the marketplace, but for identities, until now', () => {
    const options = parse('--from', '2026-11-30T10:00:00Z');
    expect(options).toMatchObject({ stage: 'prod', from: new Date('2026-11-30T10:00:00.000Z'), to: new Date(now) });
    const { queues } = options as Exclude<typeof options, 'help'>;
    expect(queues).toEqual(expect.arrayContaining(['orders', 'order-flags', 'refunds']));
    for (const queue of ['coverage', 'live', 'buyer-profiles', 'buyer-links']) expect(queues).not.toContain(queue);
  });

  it('take one queue, or our own events, too', () => {
    expect(parse('--from', '2026-11-30T10:00:00Z', '--queue', 'orders')).toMatchObject({ queues: ['orders'] });
    const options = parse('--from', '2026-11-30T10:00:00Z', '--own');
    expect((options as Exclude<typeof options, 'help'>).queues).toContain('coverage');
  });

  it('help', () => {
    expect(parseReplay([], {})).toBe('help');
    expect(parse('--help')).toBe('help');
  });

  it.each([
    [[], 'Say from when'],
    [['--from', '2026-12-01'], '--from: must be an instant'],
    [['--from', '2026-12-02T10:00:00Z'], '--from: must be before --to'],
    [['--from', '2026-10-01T10:00:00Z', '--own'], 'ask for 29 at most'],
    [['--from', '2026-11-30T10:00:00Z', '--queue', 'buyer-profiles'], 'no archived event goes to "buyer-profiles"'],
  ])('refuse %j', (args, message) => {
    expect(() => parse(...args)).toThrow(message);
  });
});
