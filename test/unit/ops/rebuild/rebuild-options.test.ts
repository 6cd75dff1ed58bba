import { describe, expect, it } from 'vitest';
import { parseRebuild } from '../../../../ops/rebuild/rebuild-options.ts';

describe('the options of rebuild', () => {
  it('are a stage, and all phases without a choice', () => {
    expect(parseRebuild([], { SSC_STAGE: 'prod' })).toEqual({
      stage: 'prod',
      phases: ['rosters', 'markers', 'orders'],
      dryRun: false,
      stateFile: 'rebuild-prod.json',
      concurrency: 4,
      rounds: 5,
    });
    expect(parseRebuild(['--local', '--only', 'orders', '--dry-run', '--state', 'x'], {})).toMatchObject({
      stage: 'local',
      endpoint: 'http://127.0.0.1:3001',
      phases: ['orders'],
      dryRun: true,
      stateFile: 'x',
    });
    expect(parseRebuild(['--help'], {})).toBe('help');
  });

  it.each([
    [[], 'Say which deployment'],
    [['--local', '--only', 'alerts'], '--only: must be one of rosters, markers, orders'],
    [['--local', '--concurrency', '0'], '--concurrency: must be a whole number'],
    [['--local', 'now'], 'one word too many'],
  ])('refuse %j', (args, message) => {
    expect(() => parseRebuild(args, {})).toThrow(message);
  });
});
