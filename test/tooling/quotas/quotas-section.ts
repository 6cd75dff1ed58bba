import { loads, peakToAverage } from './load.ts';
import { quotaRows } from './rows.ts';
import type { QuotaRow } from './rows.ts';

const begin = '<!-- What follows is made by `npm run docs`: change test/tooling/quotas/, not this. -->';
const end = '<!-- What is made ends here. -->';

/** The page about quotas, with what is between its marks computed. @throws Error without the marks, each once. */
export function withQuotas(page: string): string {
  const [before, made, ...more] = page.split(begin);
  const [, after, ...others] = made?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length + others.length > 0)
    throw new Error(`The page must hold "${begin}" and behind it "${end}", each once.`);
  return [before, begin, '\n\n', quotasSection(), '\n\n', end, after].join('');
}

function quotasSection(): string {
  const sizes = loads.map(({ size }) => `${count(size.shops)} shops`);
  const used = quotaRows.map((row) => [row.what, count(row.limit), row.raised, ...usesOf(row)]);
  const hit = quotaRows.map(({ what, whenHit, shownBy }) => [what, whenHit, shownBy]);
  return [
    `In the busiest minute, ${peakToAverage} times the average. **Bold** is beyond the limit.`,
    table(['quota', 'limit', 'can be raised', ...sizes], used),
    '## What happens at each',
    table(['quota', 'when it is hit', 'seen by'], hit),
  ].join('\n\n');
}

function usesOf({ use, limit }: QuotaRow): readonly string[] {
  return loads.map((load) => {
    const used = use(load);
    return used > limit ? `**${count(used)}**` : count(used);
  });
}

function count(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: value < 100 ? 2 : 4 });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
