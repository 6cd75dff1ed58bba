import { assumptions, shopMonth, sizes } from './assumptions.ts';
import { livesOf, shopMonthOf } from './lives.ts';
import { polledQueues } from './pieces.ts';
import prices from './prices.json' with { type: 'json' };
import { recordedAt, recordedStatuses } from './recorded.ts';
import { dollarsByService, dollarsOf, sum, times, units } from './usage.ts';
import type { Usage } from './usage.ts';

const begin = '<!-- What follows is made by `npm run docs`: change test/tooling/cost/, not this. -->';
const end = '<!-- What is made ends here. -->';

/** The page about costs, with what is between its marks made from what was recorded and what stands idle. @throws Error without the marks, each once. */
export function withCosts(page: string, standing: Usage): string {
  const [before, made, ...more] = page.split(begin);
  const [, after, ...others] = made?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length + others.length > 0)
    throw new Error(`The page must hold "${begin}" and behind it "${end}", each once.`);
  return [before, begin, '\n\n', costSection(standing), '\n\n', end, after].join('');
}

function costSection(standing: Usage): string {
  return [
    '## A million of each',
    perMillion(),
    '## One order, status by status',
    orderByStatus(),
    '## A shop and month',
    `Of ${shopMonth.orders} orders, by what causes the cost:`,
    shopBySize(standing),
    'Of the dollars at each size, by service:',
    servicesBySize(standing),
    '## Prices',
    `${prices.source}. Region ${prices.region}, as of ${prices.asOf}. They stand in \`test/tooling/cost/prices.json\`.`,
    priceTable(),
    '## Assumptions',
    `Capacity is recorded (operations ${recordedAt.operations}, an order's life ${recordedAt.orderLife}); bytes of events are those of the longest example. Assumed is what one machine cannot say:`,
    table(['assumption', 'value'], Object.entries({ ...assumptions, ...shopMonth }).map(asRow)),
  ].join('\n\n');
}

function perMillion(): string {
  const lives = livesOf(1);
  const rows: readonly (readonly [string, Usage])[] = [
    ['gate decisions that allow, by invoke', lives.allowedByInvoke],
    ['the same over HTTP', lives.allowedOverHttp],
    ['gate decisions that deny, with the stopped order', lives.denied],
    ['orders, from the gate to the end', lives.order],
    ['refunds', lives.refund],
    ['changes of profiles', lives.profile],
    ['alerts, from the flag to the waiver', lives.alert],
    ['blocks, from the look-up to the removal', lives.block],
    ['openings of the console', lives.session],
  ];
  return table(
    ['a million', 'dollars', 'most of it'],
    rows.map(([name, usage]) => [name, dollars(times(1e6, usage)), most(usage)]),
  );
}

function orderByStatus(): string {
  const { order, statuses, allowedByInvoke } = livesOf(1);
  const gate = times(shopMonth.gateDecisionsOfOrder, allowedByInvoke);
  const rows = recordedStatuses.map(({ status, roundTrips, readUnits, writeUnits }) => [
    `\`${status}\``,
    ...[roundTrips, readUnits, writeUnits].map(String),
  ]);
  return [
    table(['status', 'round trips', 'read units', 'write units'], rows),
    `Of an order's ${dollars(times(1e6, order))} dollars a million, its statuses are ${percent(statuses, order)}, the gate is ${percent(gate, order)}, and keeping it for ${assumptions.monthsOfOrder} months is the rest.`,
  ].join('\n\n');
}

function shopBySize(standing: Usage): string {
  const columns = sizes.map(({ messagesOfBatch }) => shopMonthOf(messagesOfBatch));
  const causes = Object.keys(columns[0] ?? {});
  const rows = causes.map((cause) => [cause, ...columns.map((column) => cents(dollarsOf(column[cause] ?? {})))]);
  const fixed = dollarsOf(fixedUsage(standing));
  const totals = columns.map((column) => dollarsOf(sum(...Object.values(column))));
  return table(
    ['cents for each shop', ...sizes.map(({ shops }) => `${count(shops)} shops`)],
    [
      ...rows,
      ['what costs the same at any size', ...sizes.map(({ shops }) => cents(fixed / shops))],
      ['**a shop**', ...sizes.map(({ shops }, index) => `**${cents((totals[index] ?? 0) + fixed / shops)}**`)],
      [
        '**all shops, dollars**',
        ...sizes.map(({ shops }, index) => `**${count(Math.round((totals[index] ?? 0) * shops + fixed))}**`),
      ],
    ],
  );
}

function servicesBySize(standing: Usage): string {
  const shares = sizes.map(({ shops, messagesOfBatch }) => {
    const all = sum(times(shops, sum(...Object.values(shopMonthOf(messagesOfBatch)))), fixedUsage(standing));
    const total = dollarsOf(all);
    return new Map(dollarsByService(all).map(([service, spent]) => [service, spent / total]));
  });
  const services = [...new Set(shares.flatMap((share) => [...share.keys()]))];
  return table(
    ['service', ...sizes.map(({ shops }) => `${count(shops)} shops`)],
    services.map((service) => [service, ...shares.map((share) => `${Math.round((share.get(service) ?? 0) * 100)} %`)]),
  );
}

/** What is paid for an idle stage. */
function fixedUsage(standing: Usage): Usage {
  return { ...standing, queueRequests: polledQueues * assumptions.emptyPollsOfQueue };
}

function priceTable(): string {
  return table(
    ['service', 'what', 'dollars'],
    units.map((unit) => {
      const { service, what, price, per } = prices.dollars[unit];
      return [service, what, per === 1 ? `${price}` : `${price} for ${count(per)}`];
    }),
  );
}

function asRow([name, value]: readonly [string, number]): readonly string[] {
  return [name.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`), count(value)];
}

function most(usage: Usage): string {
  const total = dollarsOf(usage);
  return dollarsByService(usage)
    .slice(0, 3)
    .map(([service, spent]) => `${service} ${Math.round((spent / total) * 100)} %`)
    .join(', ');
}

const dollars = (usage: Usage): string => dollarsOf(usage).toFixed(2);
const cents = (amount: number): string => (amount * 100).toFixed(3);
const percent = (part: Usage, whole: Usage): string => `${Math.round((dollarsOf(part) / dollarsOf(whole)) * 100)} %`;
const count = (value: number): string => value.toLocaleString('en-US');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
