import { expect, it } from 'vitest';
import { grouped, newest } from '../../../../src/app/shell/command-rules.ts';

const command = (id: string, group: string) => ({ id, label: id, group, run: () => {} });

it('keeps the groups in the order in which they come first', () => {
  const groups = grouped([command('a', 'Pages'), command('b', 'You'), command('c', 'Pages')]);
  expect(groups.map(([group, commands]) => [group, commands.map(({ id }) => id)])).toEqual([
    ['Pages', ['a', 'c']],
    ['You', ['b']],
  ]);
});

it('takes those that were met last, the newest first', () => {
  const known = new Map(['a', 'b', 'c'].map((name) => [name, name]));
  expect(newest(known, 2)).toEqual(['c', 'b']);
});
