import { describe, expect, it } from 'vitest';
import { printRetaliation } from '../../../ops/report-command.ts';

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
