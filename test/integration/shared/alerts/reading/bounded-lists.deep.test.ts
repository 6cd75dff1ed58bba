import { describe, it } from 'vitest';
import { useTable } from '../../../../builders/engines/table.ts';
import { expectBoundedLists } from './bounded-lists.ts';

describe('lists of alerts and waivers', () => {
  const table = useTable('dynoxide', { stream: false });

  it('cost the same with 100 alerts and with 100,000', () => expectBoundedLists(table, 100_000));
});
