import { describe, expect, it } from 'vitest';
import { parseStart } from '../../../start-up/start-options.ts';
import { UsageError } from '../../../../shared/command-line/usage-error.ts';
import { parseSimulate } from '../../../demo/simulate-options.ts';

describe('the options of npm start', () => {
  it('have defaults', () => {
    expect(parseStart([])).toEqual({ port: 3_000, engine: 'dynoxide', empty: false });
  });

  it('are all taken', () => {
    const args = [
      '--port',
      '4000',
      '--data',
      'd',
      '--engine=http://127.0.0.1:8000',
      '--empty',
      '--assembly',
      'cdk.out',
    ];
    expect(parseStart(args)).toEqual({
      port: 4_000,
      data: 'd',
      engine: new URL('http://127.0.0.1:8000'),
      empty: true,
      assembly: 'cdk.out',
    });
    expect(parseStart(['--help'])).toBe('help');
  });

  it.each([
    [['--prot', '1'], "'--prot'"],
    [['now'], "'now'"],
    [['--port'], '--port'],
    [['--port', 'x'], '--port'],
    [['--port', '65535'], '--port'],
    [['--engine', 'sqlite'], '--engine'],
    [['--data', ''], '--data'],
  ])('refuse %j naming %s', (args, name) => {
    expect(() => parseStart(args)).toThrow(UsageError);
    expect(() => parseStart(args)).toThrow(name);
  });
});

describe('the options of npm run simulate', () => {
  it('have defaults and are all taken', () => {
    expect(parseSimulate([])).toEqual({ rate: 5, port: 3_000, seconds: Number.POSITIVE_INFINITY });
    expect(parseSimulate(['--rate', '20', '--port', '4000', '--seconds', '3'])).toEqual({
      rate: 20,
      port: 4_000,
      seconds: 3,
    });
    expect(parseSimulate(['-h'])).toBe('help');
  });

  it('refuse what is wrong by name', () => {
    expect(() => parseSimulate(['--rate', '0'])).toThrow('--rate');
    expect(() => parseSimulate(['--sed', '0'])).toThrow("'--sed'");
  });
});
