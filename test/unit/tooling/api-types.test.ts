import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sellerApiTypes } from '../../tooling/api-types.ts';

it('finds the types of the seller client as `npm run docs` makes them from the contracts', async () => {
  const file = new URL('../../../clients/generated/seller-api.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await sellerApiTypes());
});
