import { describe, expect, it } from 'vitest';
import { printRetaliation } from '../../../ops/report-command.ts';
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

describe('the printed report', () => {
  const shop = (shopId: string) => ({
    shopId,
    blocks: 3,
    suspicious: 2,
    afterRefund: 1,
    unconfirmedReview: 2,
    share: 0.6667,
  });
  const print = async (pages: readonly object[], json = false) => {
    const paths: string[] = [];
    const lines: string[] = [];
    const left = [...pages];
    const api = {
      call: async (_method: string, path: string) => {
        paths.push(path);
        return { from: '2026-11-16', to: '2026-11-22', ...left.shift() };
      },
    };
    await printRetaliation(api, { days: 7, minBlocks: 1, json }, (line) => void lines.push(line));
    return { paths, lines };
  };

  it('is a table of all pages', async () => {
    const { paths, lines } = await print([{ items: [shop('a')], nextCursor: 'next=' }, { items: [shop('b')] }]);
    expect(paths).toEqual([
      '/v1/admin/reports/retaliation?limit=100&days=7&minBlocks=1',
      '/v1/admin/reports/retaliation?limit=100&days=7&minBlocks=1&cursor=next%3D',
    ]);
    expect(lines[0]).toMatch(/^shop {2}share .*\na {5}66\.7 % {2}2 of 3 .*\nb {5}66\.7 %/);
    expect(lines[1]).toContain('2026-11-16 to 2026-11-22');
  });

  it('is one JSON object a line for programs', async () => {
    const { lines } = await print([{ items: [shop('a'), shop('b')] }], true);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([shop('a'), shop('b')]);
  });

  it('says so when there is nothing', async () => {
    expect((await print([{ items: [] }])).lines).toEqual(['No blocks from 2026-11-16 to 2026-11-22 look retaliatory.']);
  });
});
