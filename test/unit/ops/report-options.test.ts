import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../ops/report-options.ts';

const parse = (line: string, environment: Record<string, string> = {}) => parseReport(line.split(' '), environment);

describe('the command line of reports', () => {
  it('says which report, where, and how far back', () => {
    expect(parse('retaliation --local')).toEqual({
      where: { type: 'local', port: 3000 },
      days: 30,
      minBlocks: 1,
      json: false,
    });
    expect(parse('retaliation --days 7 --min-blocks 5 --json --stage prod')).toEqual({
      where: { type: 'stage', stage: 'prod' },
      days: 7,
      minBlocks: 5,
      json: true,
    });
    expect(parse('retaliation', { SSC_STAGE: 'dev' })).toMatchObject({ where: { type: 'stage', stage: 'dev' } });
    expect(parse('retaliation --url https://x.example')).toMatchObject({ where: { type: 'url' } });
    expect(parse('--help')).toBe('help');
  });

  it.each([
    ['revenge --local', 'There is no report "revenge"'],
    ['retaliation now --local', '"now" is one word too many'],
    ['retaliation', 'Say which deployment'],
    ['retaliation --local --stage prod', 'give one'],
    ['retaliation --stage Prod!', 'no stage'],
    ['retaliation --url x', 'must be an http URL'],
    ['retaliation --local --days 91', '--days: must be a whole number from 1 to 90'],
    ['retaliation --local 70000', '--local: must be a whole number'],
    ['retaliation --weeks 2', "Unknown option '--weeks'"],
  ])('refuses "%s" with the reason', (line, reason) => {
    expect(() => parse(line)).toThrow(reason);
  });
});
