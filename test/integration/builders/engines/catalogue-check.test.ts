import { describe, expect, it } from 'vitest';
import { outboxItem } from '../../../../shared/events/outbox.ts';
import { transact } from '../../../../shared/table/transact.ts';
import { takeDepartures } from '../../../builders/engines/catalogue-check.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems } from '../../../builders/items/table-items.ts';
import { buildOutboxEvent } from '../../../builders/items/unpublished.ts';

describe.each(engines().slice(0, 1))('what tests write, held against the catalogue, on %s', (engine) => {
  const table = useTable(engine);
  const item = outboxItem('s', buildOutboxEvent());
  const { reason: _reason, ...withoutReason } = item['detail'] as Record<string, unknown>;

  it.each([
    ['a type that nobody knows', { type: 'Buyer Hugged' }, /Buyer Hugged/],
    ['a field that is missing', { detail: withoutReason }, /Buyer Blocked reason/],
    ['a field that no schema describes', { detail: { ...withoutReason, reason: 'other', mood: 'bad' } }, /mood/],
  ])('fails a test for %s', async (_, wrong, found) => {
    await transact(table, { event: { put: { ...item, ...wrong } } });
    expect(takeDepartures()).toEqual([expect.stringMatching(found)]);
    await putItems(table, { ...item, ...wrong });
    expect(takeDepartures()).toEqual([expect.stringMatching(found)]);
  });

  it('finds nothing in an event as it should be, nor in what is no event', async () => {
    await transact(table, { event: { put: item }, other: { put: { pk: 'P', sk: 'S', type: 'Buyer Hugged' } } });
    expect(takeDepartures()).toEqual([]);
  });
});
