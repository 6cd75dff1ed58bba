import { catalogue } from '../../../shared/contracts/events/catalogue.ts';
import type { CatalogueEntry } from '../../../shared/contracts/events/catalogue.ts';
import { eventFields } from '../../../shared/contracts/events/parts/fields.ts';
import { ownSource } from '../../../shared/contracts/events/parts/own-source.ts';
import { examplesOf } from '../../builders/items/event-examples.ts';
import type { EventConsumers } from './event-consumers.ts';
import { payloadRows } from './payload-rows.ts';
import type { PayloadRow } from './payload-rows.ts';

const begin = '<!-- What follows is made by `npm run docs`: change the catalogue, not this. -->';
const end = '<!-- What is made ends here. -->';

/**
 * The page about events, with what is between its marks made from the catalogue.
 *
 * @param page as it is; what people wrote around the marks stays.
 * @throws Error when the marks are not there, each once.
 */
export function withReference(page: string, consumersOf: EventConsumers): string {
  const [before, made, ...more] = page.split(begin);
  const [, after, ...others] = made?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length + others.length > 0)
    throw new Error(`The page must hold "${begin}" and behind it "${end}", each once.`);
  return [before, begin, '\n\n', eventReference(consumersOf), '\n', end, after].join('');
}

function eventReference(consumersOf: EventConsumers): string {
  const sources = [...new Set(catalogue.map(({ event }) => event.source))];
  return sources
    .map((source) => {
      const entries = catalogue.filter(({ event }) => event.source === source);
      const title = source === ownSource ? 'What Seller Security Center publishes' : `What \`${source}\` publishes`;
      const index = entries.map(({ event, notes }) => [linkTo(event.type), firstSentence(notes.when)]);
      const chapters = entries.map((entry) => chapterOf(entry, consumersOf(entry.event)));
      return [`## ${title}`, '', table(['event', 'comes when'], index), '', ...chapters].join('\n');
    })
    .join('\n');
}

function chapterOf({ event, notes }: CatalogueEntry, consumers: readonly string[]): string {
  const isOurs = event.source === ownSource;
  const [example] = examplesOf(event).valid;
  const readers = consumers.map((name) => `\`${name}\``).join(', ');
  const facts = {
    'Comes when': notes.when,
    'Published by': `${notes.publisher} Source \`${event.source}\`.`,
    [isOurs ? 'Read here by' : 'Read by']: `${readers || 'nobody'}.`,
    [isOurs ? 'For subscribers' : 'What it does']: notes.receiver,
    Order: notes.order,
    Duplicates: notes.duplicates,
  };
  return [
    `### ${event.type}`,
    '',
    ...Object.entries(facts).map(([name, fact]) => `- **${name}:** ${fact}`),
    '',
    payloadTable(payloadRows(event.detail, isOurs ? 'output' : 'input').filter(({ field }) => !(field in eventFields))),
    '',
    `An example, ${example?.title}:`,
    '',
    '```json',
    JSON.stringify(example?.detail, null, 2),
    '```',
    '',
  ].join('\n');
}

/** Without the fields of all events, which the page explains once. */
function payloadTable(rows: readonly PayloadRow[]): string {
  return table(
    ['field', 'type', 'always', 'means', 'allowed'],
    rows.map(({ field, type, required, meaning, allowed }) => [
      `\`${field}\``,
      type,
      required ? 'yes' : 'no',
      meaning,
      allowed,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n').replaceAll('|  |', '| |');
}

const linkTo = (type: string): string => `[${type}](#${type.toLowerCase().replaceAll(' ', '-')})`;
const firstSentence = (text: string): string => /^.*?[.](?= |$)/.exec(text)?.[0] ?? text;
