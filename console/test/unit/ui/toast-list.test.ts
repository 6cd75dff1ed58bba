import { expect, it } from 'vitest';
import type { Toast } from '../../../src/ui/toast-list.ts';
import { stillShown, withoutToast, withToast } from '../../../src/ui/toast-list.ts';

it('shows what was done for some seconds', () => {
  const shown = withToast([], { text: 'Blocked.' }, 1, 1000);
  expect(stillShown(shown, 8999)).toBe(shown);
  expect(stillShown(shown, 9000)).toEqual([]);
});

it('keeps what went wrong until it is closed', () => {
  const shown = withToast([], { text: 'Failed.', tone: 'danger' }, 1, 0);
  expect(stillShown(shown, 1e9)).toBe(shown);
  expect(withoutToast(shown, 1)).toEqual([]);
});

it('shows the newest three', () => {
  let shown: readonly Toast[] = [];
  for (const id of [1, 2, 3, 4]) shown = withToast(shown, { text: `${id}` }, id, 0);
  expect(shown.map(({ id }) => id)).toEqual([2, 3, 4]);
});
