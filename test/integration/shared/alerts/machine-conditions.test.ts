import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { alertEvents } from '../../../../shared/alerts/machine-rules.ts';
import { alertStatuses } from '../../../../shared/kernel/words/alerts.ts';
import { createAlertStore } from '../../../../shared/alerts/store.ts';
import { alertKey } from '../../../../shared/table/keys.ts';
import { orderAlert, raise, totalsOfShop } from '../../../builders/worlds/alert-apis.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

/** From where each event leads anywhere, in words of the design, and not read from the machine. */
const legal: Readonly<Record<string, readonly string[]>> = {
  flagged: ['open', 'action_requested', 'withdrawn', 'expired'],
  flag_withdrawn: ['open', 'action_requested'],
  action_requested: ['open'],
  action_confirmed: ['open', 'action_requested', 'dismissed', 'withdrawn', 'expired'],
  action_refused: ['open', 'action_requested', 'dismissed', 'withdrawn', 'expired'],
  action_unanswered: ['action_requested'],
  dismissed: ['open'],
  subject_closed: ['open', 'action_requested', 'dismissed', 'withdrawn', 'expired'],
  deadline_passed: ['open'],
  announced: ['open'],
};

describe.each(engines())('the store of alerts on %s', (engine) => {
  const table = useTable(engine);
  const store = createAlertStore(table);
  const scope = platformScope('shop', 'test');

  it('writes each event from the states from which it leads anywhere, and from no other, whatever was decided', async () => {
    expect(Object.keys(legal).toSorted()).toEqual([...alertEvents, 'announced'].toSorted());
    for (const event of [...alertEvents, 'announced'] as const) {
      for (const status of alertStatuses) {
        const before = orderAlert('shop', `${event}-${status}`, { status });
        await raise(table, 'shop', before);
        const after = { ...before, status: 'resolved', revision: 2 } as const;
        const saved = await store.save(scope, { before, after, event, events: [], now: noon });
        expect(saved, `${event} from ${status}`).toBe(legal[event]?.includes(status));
        expect(await readItem(table, alertKey('shop', before.alertId)), `${event} from ${status}`).toMatchObject(
          saved ? { status: 'resolved', revision: 2 } : { status, revision: 1 },
        );
      }
    }
    const leftIn = (status: string) => Object.values(legal).filter((from) => !from.includes(status)).length;
    expect(await totalsOfShop(table, 'shop')).toEqual({
      'open#security_alert_order': leftIn('open'),
      'action_requested#security_alert_order': leftIn('action_requested'),
    });
  });

  it('writes nothing on an alert that somebody has changed since, nor twice, nor on one that is there', async () => {
    const before = orderAlert('shop', 'o1');
    await raise(table, 'shop', before);
    const write = { before, after: { ...before, revision: 2 }, event: 'flagged', events: [], now: noon } as const;
    expect(await store.save(scope, write)).toBe(true);
    expect(await store.save(scope, write)).toBe(false);
    expect(await store.save(scope, { ...write, before: undefined })).toBe(false);
    expect(await store.read(scope, before.alertId)).toEqual({ ...before, revision: 2 });
    expect(await store.read(platformScope('shop-2', 'test'), before.alertId)).toBeUndefined();
  });
});
