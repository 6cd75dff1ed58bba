import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { apis, apiTypes } from '../../tooling/api-types.ts';

it.each(apis)('finds the types of the %s API as `npm run docs` makes them from the contracts', async (api) => {
  const file = new URL(`../../../clients/generated/${api}-api.ts`, import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await apiTypes(api));
});
