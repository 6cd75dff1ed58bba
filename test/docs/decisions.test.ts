import { describe, expect, it } from 'vitest';
import { documents, readDocument } from './documents.ts';
import { decisionProblems, indexOf, toIndexRow } from './decision-format.ts';

const folder = 'docs/decisions/';
const index = readDocument(`${folder}README.md`);
const decisions = documents.filter(({ path }) => path.startsWith(folder) && path !== index.path);

describe('the decisions', () => {
  it('are found', () => {
    expect(decisions.length).toBeGreaterThanOrEqual(28);
  });

  it.each(decisions.map((decision) => [decision.path, decision] as const))('have one format: %s', (_path, decision) => {
    expect(decisionProblems(decision)).toEqual([]);
  });

  it('have a number each', () => {
    const numbers = decisions.map(({ path }) => path.slice(folder.length).slice(0, 3));
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  it('stand in the index, each with its title, date and status, in the order of their numbers', () => {
    expect(indexOf(index)).toEqual(decisions.map(toIndexRow).toSorted());
  });
});

describe('the format', () => {
  const file = 'docs/decisions/010-keep-a-shops-day.md';
  const text = [
    "# 010: Keep a shop's day",
    '',
    '- Date: 2026-11-22',
    '- Status: accepted',
    '',
    '## Context\n\nA.',
    '## Decision\n\nB.',
    '## Consequences\n\nC.',
  ].join('\n');

  it('is kept by a decision with all its parts', () => {
    expect(decisionProblems({ path: file, text })).toEqual([]);
    const superseded = text.replace('accepted', 'superseded by 027');
    expect(decisionProblems({ path: file, text: superseded })).toEqual([]);
  });

  it.each([
    ['another number', text.replace('# 010', '# 011')],
    ['another title than its file', text.replace('Keep', 'Lose')],
    ['no date', text.replace('- Date: 2026-11-22\n', '')],
    ['a day that there is not', text.replace('11-22', '11-31')],
    ['an unknown status', text.replace('accepted', 'perhaps')],
    ['a decision after it that is not there', text.replace('accepted', 'superseded by 999')],
    ['no context', text.replace('## Context\n\nA.\n', '')],
    ['an empty part', text.replace('B.', '')],
    ['a part of its own', `${text}\n\n## Why\n\nD.`],
    ['parts in another order', text.replace('## Decision', '## X').replace('## Context', '## Decision')],
    ['more words than a decision needs', text.replace('B.', 'word '.repeat(701))],
  ])('is not kept with %s', (_what, wrong) => {
    expect(decisionProblems({ path: file, text: wrong })).not.toEqual([]);
  });

  it('reads an index', () => {
    const row = toIndexRow({ path: file, text });
    expect(row).toBe("| [010](010-keep-a-shops-day.md) | Keep a shop's day | 2026-11-22 | accepted |");
    expect(indexOf({ text: `# Decisions\n\n| a | b |\n|---|---|\n${row}\n` })).toEqual([row]);
  });
});
