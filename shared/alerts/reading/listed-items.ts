import type { EpochMilliseconds } from '../../kernel/clock.ts';
import { isKept } from '../../table/kept.ts';
import { toSortable } from '../items.ts';
import { orderOf } from './list-rules.ts';
import type { AlertFilter, ListPosition, Part } from './list-rules.ts';

interface Conditions {
  readonly conditions: readonly string[];
  readonly values: Readonly<Record<string, string | number>>;
}

/** Which entries of a partition are read. Those that wait stand by their deadlines: what is due later is not even read. */
export function rangeOf({ part, behind }: ListPosition, { dueBefore }: AlertFilter): Conditions | 'nothing' {
  const until = part === 'open' && dueBefore !== undefined ? toSortable(dueBefore) : undefined;
  if (behind === undefined) {
    return until === undefined ? all : { conditions: ['listSk < :until'], values: { ':until': until } };
  }
  if (until === undefined) {
    const after = orderOf[part] === 'ascending' ? '>' : '<';
    return { conditions: [`listSk ${after} :behind`], values: { ':behind': behind } };
  }
  // One condition for both ends, which takes them in: no entry is called as either. A blank sorts before all that IDs hold.
  const from = `${behind} `;
  return from > until
    ? 'nothing'
    : { conditions: ['listSk BETWEEN :from AND :until'], values: { ':from': from, ':until': until } };
}

const all: Conditions = { conditions: [], values: {} };

/** What is left out of what was read. */
export function filterOf(
  part: Part,
  { status, severity, buyerId, dueBefore, now }: AlertFilter & { readonly now: EpochMilliseconds },
): Conditions & { readonly names: Readonly<Record<string, string>> } {
  const asked = [
    { condition: '#status = :status', value: status && { ':status': status }, name: { '#status': 'status' } },
    { condition: 'severity = :severity', value: severity && { ':severity': severity } },
    { condition: 'buyerId = :buyerId', value: buyerId && { ':buyerId': buyerId } },
    {
      condition: 'respondBy < :dueBefore',
      value: part === 'closed' && dueBefore !== undefined ? { ':dueBefore': dueBefore } : undefined,
    },
  ].filter(({ value }) => value !== undefined);
  return {
    conditions: [...asked.map(({ condition }) => condition), isKept.expression],
    names: Object.assign({}, isKept.names, ...asked.map(({ name }) => name)),
    values: Object.assign({}, isKept.values(now), ...asked.map(({ value }) => value)),
  };
}
