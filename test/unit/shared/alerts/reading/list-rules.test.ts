import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindsOf, mergePage, partsOf, roundsOf } from '../../../../../shared/alerts/reading/list-rules.ts';
import type { Order } from '../../../../../shared/alerts/reading/list-rules.ts';

interface Entry {
  readonly listSk: string;
  readonly wanted: boolean;
}
/** What a query of a partition answers: it reads `most` entries behind the position, and leaves out what is not wanted. */
function query(partition: readonly Entry[], order: Order, most: number, behind: string | undefined) {
  const ahead = partition
    .filter(({ listSk }) => behind === undefined || (order === 'ascending' ? listSk > behind : listSk < behind))
    .toSorted((a, b) => (a.listSk < b.listSk ? -1 : 1) * (order === 'ascending' ? 1 : -1));
  const read = ahead.slice(0, most);
  return {
    entries: read.filter(({ wanted }) => wanted),
    // As DynamoDB does: reading up to the limit says that there may be more.
    readUntil: read.length === most ? read.at(-1)?.listSk : undefined,
  };
}

const entry = fc.record({ at: fc.integer({ min: 0, max: 30 }), wanted: fc.boolean() });
const partitions = fc
  .array(fc.array(entry, { maxLength: 25 }), { minLength: 1, maxLength: 3 })
  .map((lists) =>
    lists.map((list, part) =>
      list.map(({ at, wanted }, index) => ({ listSk: `${String(at).padStart(3, '0')}#${part}-${index}`, wanted })),
    ),
  );

describe('a page of several partitions', () => {
  it('leads with the next ones through everything that is wanted, in order, each once', () => {
    fc.assert(
      fc.property(
        partitions,
        fc.constantFrom('ascending' as const, 'descending' as const),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 12 }),
        (lists, order, limit, readAhead) => {
          const shown: string[] = [];
          let behind: string | undefined;
          for (let pages = 0; ; pages++) {
            expect(pages).toBeLessThan(100);
            const reads = lists.map((list) => query(list, order, Math.max(limit + 1, readAhead), behind));
            const page = mergePage(reads, order, limit);
            expect(page.shown.length).toBeLessThanOrEqual(limit);
            shown.push(...page.shown.map(({ listSk }) => listSk));
            behind = page.next;
            if (behind === undefined) break;
          }
          const all = lists.flat().filter(({ wanted }) => wanted);
          const sorted = all.map(({ listSk }) => listSk).toSorted();
          expect(shown).toEqual(order === 'ascending' ? sorted : sorted.toReversed());
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the parts of the list', () => {
  it('are those that can hold what is asked for', () => {
    expect(partsOf(undefined)).toEqual(['open', 'closed']);
    expect(['open', 'action_requested', 'expired'].map((status) => partsOf(status as 'open'))).toEqual([
      ['open'],
      ['open'],
      ['closed'],
    ]);
    expect(kindsOf('open', {})).toEqual(['security_alert_order', 'risk_refund']);
    expect(kindsOf('closed', { status: 'dismissed' })).not.toContain('fraud_outcome');
    expect(kindsOf('closed', { status: 'resolved', kind: 'fraud_outcome' })).toEqual(['fraud_outcome']);
    expect(kindsOf('open', { kind: 'fraud_outcome' })).toEqual([]);
  });

  it('hold no fraud outcome with a deadline', () => {
    expect(kindsOf('closed', { dueBefore: 1 })).toEqual(['security_alert_order', 'risk_refund']);
  });

  it('are read further than the page where few may match', () => {
    const once = [0];
    expect(roundsOf('open', {})).toEqual(once);
    expect(roundsOf('open', { status: 'open', kind: 'risk_refund', dueBefore: 1 })).toEqual(once);
    const filters = [{ status: 'expired' }, { severity: 'low' }, { buyerId: 'b' }] as const;
    for (const filter of filters) expect(roundsOf('closed', filter)).toEqual([100, 1_000]);
    expect(roundsOf('closed', { dueBefore: 1 })).toEqual([100, 1_000]);
  });
});
