import { describe, expect, it } from 'vitest';
import { parseOps } from '../../../ops/ops-options.ts';

const parse = (line: string, environment = {}) => parseOps(line.split(' ').filter(Boolean), environment);

describe('the command line of ops', () => {
  it('reads commands with where and what', () => {
    expect(parse('letters --stage prod')).toEqual({ stage: 'prod', local: false, command: { name: 'letters' } });
    expect(parse('letters --export f', { SSC_STAGE: 'dev' })).toMatchObject({
      stage: 'dev',
      command: { exportTo: 'f' },
    });
    expect(parse('redrive --stage dev --queue orders --corrected f --wait 3')).toMatchObject({
      queue: { name: 'orders-dead-letters', source: 'orders' },
      command: { name: 'redrive', corrected: 'f', waitSeconds: 3 },
    });
    expect(parse('redrive --stage dev --queue ssc-dev-unrouted-events')).toMatchObject({ queue: { kind: 'unrouted' } });
  });

  it.each([
    ['letters --local', 3001],
    ['--local letters', 3001],
    ['letters --local 3100', 3101],
    ['letters --local=3100', 3101],
    ['letters --local --queue orders', 3001],
  ])('finds the local product with %s', (line, port) => {
    expect(parse(line)).toMatchObject({ stage: 'local', local: true, endpoint: `http://127.0.0.1:${port}` });
  });

  it('helps whoever asks, or says nothing', () => {
    for (const line of ['', '--help', 'letters -h']) expect(parse(line)).toBe('help');
  });

  it.each([
    ['letters', 'Say which deployment'],
    ['letters --stage A_B', '--stage'],
    ['letters --local 0', '--local'],
    ['letters --local 6000', '--local: fetch and browsers refuse port 6000'],
    ['letters --local --endpoint http://x', 'leave one out'],
    ['letters --stage dev --endpoint ftp://x', '--endpoint'],
    ['letters --stage dev --corrected f', '--corrected belongs to redrive'],
    ['letters --stage dev --wait 1', '--wait belongs to redrive'],
    ['redrive --stage dev --export f', '--export belongs to letters'],
    ['redrive --stage dev --wait x', '--wait'],
    ['redrive --stage dev --queue nobody', 'Known are access-notices-dead-letters'],
    ['redrive --stage dev more', 'one word too many'],
    ['purge --stage dev', 'no command "purge"'],
    ['--stage dev', 'no command ""'],
    ['letters --force', 'Unknown option'],
  ])('says what is wrong with: %s', (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});
