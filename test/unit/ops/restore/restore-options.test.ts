import { describe, expect, it } from 'vitest';
import { parseRestore } from '../../../../ops/restore/restore-options.ts';

const table = 'ssc-prod-restored-20261201';

describe('the options of restore', () => {
  it('are a stage, a new table and an instant', () => {
    const args = ['--stage', 'prod', '--table', table, '--at', '2026-12-01T09:30:00+01:00', '--from', 'ssc-prod-x'];
    expect(parseRestore(args, {})).toEqual({
      stage: 'prod',
      table,
      checkOnly: false,
      at: new Date('2026-12-01T08:30:00.000Z'),
      from: 'ssc-prod-x',
    });
  });

  it('take the product on this machine', () => {
    expect(parseRestore(['--local', '3100', '--table', 'ssc-local-restored-1', '--check'], {})).toEqual({
      stage: 'local',
      table: 'ssc-local-restored-1',
      checkOnly: true,
      endpoint: 'http://127.0.0.1:3101',
    });
  });

  it.each([[[]], [['--help']]])('help with %j', (args) => {
    expect(parseRestore(args, {})).toBe('help');
  });

  it.each([
    [['--table', table], 'Say which deployment'],
    [['--stage', 'prod'], '--table: must be ssc-prod-restored-…'],
    [['--stage', 'prod', '--table', 'ssc-prod'], '--table: must be'],
    [['--stage', 'dev', '--table', table], '--table: must be ssc-dev-restored-…'],
    [['--stage', 'prod', '--table', table, '--at', 'yesterday'], '--at: must be an instant'],
    [['--stage', 'prod', '--table', table, '--at', '2026-12-01T10:00:00'], '--at: must be an instant with its offset'],
    [['--stage', 'prod', '--table', table, 'now'], 'one word too many'],
  ])('refuse %j', (args, message) => {
    expect(() => parseRestore(args, {})).toThrow(message);
  });
});
