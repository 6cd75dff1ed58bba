import { describe, it } from 'vitest';
import { useTable } from '../../../../builders/engines/table.ts';
import { expectBoundedLists } from './bounded-lists.ts';

describe('lists of alerts and waivers', () => {
  const table = useTable('dynoxide', { stream: false });

  it('cost the same with 100 alerts and with 3,000', () => expectBoundedLists(table, 3000));
});
