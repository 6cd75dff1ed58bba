import { expect, it } from 'vitest';
import { createQueryClient } from '../../../src/api/query-client.ts';

it('asks once: the client of the API has tried again already', async () => {
  let asked = 0;
  const queryFn = () => {
    asked++;
    throw new Error('no');
  };
  await expect(createQueryClient().fetchQuery({ queryKey: ['x'], queryFn })).rejects.toThrow('no');
  expect(asked).toBe(1);
});
