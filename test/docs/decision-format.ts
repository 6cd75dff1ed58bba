import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repository } from './documents.ts';
import { parseMarkdown } from './markdown.ts';
import type { MarkdownDocument } from './markdown.ts';

type DecisionFile = Pick<MarkdownDocument, 'path' | 'text'>;

const head = /^# (\d{3}): (.+)\n\n- Date: (\d{4}-\d\d-\d\d)\n- Status: (.+)\n\n/;
const parts = ['Context', 'Decision', 'Consequences'];
/** A decision says what was decided and why; a specification is a page of `docs/`. */
const mostWords = 700;

/** In what a decision's file departs from the one format, in words. */
export function decisionProblems({ path, text }: DecisionFile): readonly string[] {
  const [, number = '', title = '', date = '', status = ''] = head.exec(text) ?? [];
  if (number === '') return ['begins with "# NNN: Title", "- Date: YYYY-MM-DD" and "- Status: …", else nothing'];
  const expected = `${number}-${toFileName(title)}.md`;
  const sections = text.split(/^## /m).slice(1);
  const headings = parseMarkdown(path, text).headings.filter(({ level }) => level === 2);
  const words = text.split(/\s+/).length;
  return [
    ...(basename(path) === expected ? [] : [`is called ${expected} by its number and title`]),
    ...(isDay(date) ? [] : [`${date} is no day`]),
    ...(isStatus(status)
      ? []
      : [`"${status}" is neither "accepted" nor "superseded by NNN", a decision that is there`]),
    ...(headings.map((heading) => heading.text).join() === parts.join() ? [] : [`has the parts ${parts.join(', ')}`]),
    ...(sections.every((section) => section.split('\n').slice(1).join('').trim() !== '') ? [] : ['has an empty part']),
    ...(words <= mostWords ? [] : [`has ${words} words, more than ${mostWords}: what specifies belongs to a page`]),
  ];
}

/** The line that stands for a decision in the index. */
export function toIndexRow({ path, text }: DecisionFile): string {
  const [, number = '', title = '', date = '', status = ''] = head.exec(text) ?? [];
  return `| [${number}](${basename(path)}) | ${title} | ${date} | ${status} |`;
}

/** The lines of an index that stand for decisions. */
export function indexOf({ text }: Pick<MarkdownDocument, 'text'>): readonly string[] {
  return text.split('\n').filter((line) => /^\| \[\d/.test(line));
}

function toFileName(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function isDay(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function isStatus(status: string): boolean {
  const by = /^superseded by (\d{3})$/.exec(status)?.[1];
  if (by === undefined) return status === 'accepted';
  const folder = join(repository, 'docs/decisions');
  return existsSync(folder) && readdirSync(folder).some((file) => file.startsWith(`${by}-`));
}
