import { describe, expect, it } from 'vitest';
import { parseDlq } from '../../../ops/dlq-options.ts';

const parse = (line: string, environment = {}) => parseDlq(line.split(' ').filter(Boolean), environment);

describe('the command line of ops', () => {
  it('reads commands with where and what', () => {
    expect(parse('dlq list --stage prod')).toEqual({ stage: 'prod', local: false, command: { name: 'dlq list' } });
    expect(parse('dlq list --export f', { SSC_STAGE: 'dev' })).toMatchObject({
      stage: 'dev',
      command: { exportTo: 'f' },
    });
    expect(parse('dlq redrive --stage dev --queue orders --corrected f --wait 3')).toMatchObject({
      queue: { name: 'orders-dead-letters', source: 'orders' },
      command: { name: 'dlq redrive', corrected: 'f', waitSeconds: 3 },
    });
    expect(parse('dlq redrive --stage dev --queue ssc-dev-unrouted-events')).toMatchObject({
      queue: { kind: 'unrouted' },
    });
  });

  it.each([
    ['dlq list --local', 3001],
    ['--local dlq list', 3001],
    ['dlq list --local 3100', 3101],
    ['dlq list --local=3100', 3101],
    ['dlq list --local --queue orders', 3001],
  ])('finds the local product with %s', (line, port) => {
    expect(parse(line)).toMatchObject({ stage: 'local', local: true, endpoint: `http://127.0.0.1:${port}` });
  });

  it.each([
    ['letters', 'dlq list'],
    ['redrive', 'dlq redrive'],
  ])('knows %s by its earlier name', (alias, name) => {
    expect(parse(`${alias} --stage dev`)).toMatchObject({ command: { name } });
    expect(parse(`${alias} --stage dev`)).toEqual(parse(`${name} --stage dev`));
  });

  it('helps whoever asks, or says nothing', () => {
    for (const line of ['', '--help', 'dlq list -h']) expect(parse(line)).toBe('help');
  });

  it.each([
    ['dlq list', 'Say which deployment'],
    ['dlq list --stage A_B', '--stage'],
    ['dlq list --local 0', '--local'],
    ['dlq list --local 6000', '--local: fetch and browsers refuse port 6000'],
    ['dlq list --local --endpoint http://x', 'leave one out'],
    ['dlq list --stage dev --endpoint ftp://x', '--endpoint'],
    ['dlq list --stage dev --corrected f', '--corrected belongs to dlq redrive'],
    ['dlq list --stage dev --wait 1', '--wait belongs to dlq redrive'],
    ['dlq redrive --stage dev --export f', '--export belongs to dlq list'],
    ['dlq redrive --stage dev --wait x', '--wait'],
    ['dlq redrive --stage dev --queue nobody', 'Known are access-notices-dead-letters'],
    ['dlq redrive --stage dev more', 'one word too many'],
    ['purge --stage dev', 'no command "purge"'],
    ['acess', 'no command "acess"'],
    ['acess grant --shop 1', 'no command "acess"'],
    ['constructor', 'no command "constructor"'],
    ['dlq --stage dev', 'no command "dlq"'],
    ['dlq purge --stage dev', 'no command "dlq purge"'],
    ['letters list --stage dev', 'one word too many'],
    ['--stage dev', 'no command ""'],
    ['dlq list --force', 'Unknown option'],
  ])('says what is wrong with: %s', (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});
