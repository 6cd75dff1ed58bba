import type * as z from 'zod';
import { reportRetaliation } from '../shared/contracts/http/retaliation.ts';
import type { ReportOptions } from './report-options.ts';
import type { ServiceApi } from './service-api.ts';
import { renderTable } from './text-table.ts';

type Report = z.output<typeof reportRetaliation.reply>;

/** Prints the whole report, asked for page by page. */
export async function printRetaliation(
  api: Pick<ServiceApi, 'call'>,
  { days, minBlocks, json }: Omit<ReportOptions, 'where'>,
  write: (line: string) => void,
): Promise<void> {
  const shops: Report['items'] = [];
  let report: Report;
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', days: String(days), minBlocks: String(minBlocks) });
    if (cursor !== undefined) query.set('cursor', cursor);
    report = reportRetaliation.reply.parse(await api.call('GET', `${reportRetaliation.path}?${query.toString()}`));
    shops.push(...report.items);
    cursor = report.nextCursor;
  } while (cursor !== undefined);

  if (json) {
    for (const shop of shops) write(JSON.stringify(shop));
    return;
  }
  if (shops.length === 0) {
    write(`No blocks from ${report.from} to ${report.to} look retaliatory.`);
    return;
  }
  const rows = shops.map(({ shopId, blocks, suspicious, afterRefund, unconfirmedReview, share }) => [
    shopId,
    `${(share * 100).toFixed(1)} %`,
    `${suspicious} of ${blocks}`,
    String(afterRefund),
    String(unconfirmedReview),
  ]);
  write(renderTable([['shop', 'share', 'blocks', 'after a refund', 'for an unconfirmed review'], ...rows]));
  write(`${report.from} to ${report.to}, UTC. These blocks look retaliatory; the shops may have had their reasons.`);
}
