import { expect, it } from 'vitest';
import { mayReload } from '../../../src/app/new-version-rules.ts';

it('lets a page load itself again, but not in a circle', () => {
  expect(mayReload(0, 1_700_000_000_000)).toBe(true);
  expect(mayReload(1_700_000_000_000, 1_700_000_005_000)).toBe(false);
  expect(mayReload(1_700_000_000_000, 1_700_000_090_000)).toBe(true);
});
