import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../../shared/access/scope.ts';
import { changeAsSeller, fromOutcome } from '../../../../../shared/alerts/actions/change-as-seller.ts';
import type { SellerChange } from '../../../../../shared/alerts/actions/change-as-seller.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import type { AlertWrite } from '../../../../../shared/alerts/store.ts';
import { idempotentUse } from '../../../../../shared/idempotency/record.ts';
import type { IdempotentUse } from '../../../../../shared/idempotency/record.ts';
import { AppError } from '../../../../../shared/kernel/errors.ts';
import { buildAccess } from '../../../../builders/items/block-list.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';
import { noon } from '../../../../builders/fakes/clock.ts';

const use = idempotentUse({ shopId: 'shop', seller: 'ann' }, 'key', ['dismissAlert']);

/** One alert in memory. A save holds only on the revision that it was decided on. */
function world(alert: Alert | undefined = buildOrderAlert()) {
  let present = alert;
  let overtaken = 0;
  const saves: AlertWrite[] = [];
  const reads: boolean[] = [];
  const store = {
    async save(_scope: unknown, write: AlertWrite) {
      saves.push(write);
      if (present && overtaken-- > 0) present = { ...present, revision: present.revision + 1 };
      if (present?.revision !== write.before?.revision) return false;
      present = write.after;
      return true;
    },
  };
  const change = (key: IdempotentUse | undefined = use): SellerChange => ({
    scope: platformScope('shop', 'ann'),
    now: noon,
    use: key,
    async read(again) {
      reads.push(again);
      return { access: buildAccess(), loaded: present };
    },
  });
  const dismiss = async (before: Alert) => {
    const after = { ...before, status: 'dismissed', revision: before.revision + 1 } as const;
    return { after, event: 'dismissed', events: [], now: noon } as const;
  };
  return { store, change, dismiss, saves, reads, overtakenOnce: (times = 1) => void (overtaken = times) };
}

describe('changeAsSeller', () => {
  it('saves what was decided, once for its key, while the shop has access', async () => {
    const { store, change, dismiss, saves } = world();
    const after = await changeAsSeller(store, change(), dismiss);
    expect(after).toMatchObject({ status: 'dismissed', revision: 2 });
    expect(saves[0]?.seller).toEqual({ idempotency: { use, outcome: { alert: after, at: noon } } });
    expect(fromOutcome(saves[0]?.seller?.idempotency?.outcome ?? {})).toEqual({ alert: after, at: noon });
    expect(fromOutcome({ alert: after })).toEqual({ alert: after, at: after.changedAt });
  });

  it('asks for active access without a key, too', async () => {
    const { store, change, dismiss, saves } = world();
    await changeAsSeller(store, { ...change(), use: undefined }, dismiss);
    expect(saves[0]?.seller).toEqual({ idempotency: undefined });
  });

  it('decides again on a new read when somebody else was first', async () => {
    const { store, change, dismiss, saves, reads, overtakenOnce } = world();
    overtakenOnce(2);
    expect(await changeAsSeller(store, change(), dismiss)).toMatchObject({ revision: 4 });
    expect(reads).toEqual([false, true, true]);
    expect(saves.map(({ before }) => before?.revision)).toEqual([1, 2, 3]);
  });

  it('finds no alert where there is none, and passes on a refusal', async () => {
    const { store, change, dismiss, saves } = world();
    const nothing: SellerChange = { ...change(), read: async () => ({ access: buildAccess(), loaded: undefined }) };
    await expect(changeAsSeller(store, nothing, dismiss)).rejects.toMatchObject({ code: 'not_found' });
    const refuse = () => Promise.reject(new AppError('alert_not_open', 'no'));
    await expect(changeAsSeller(store, change(), refuse)).rejects.toMatchObject({ code: 'alert_not_open' });
    expect(saves).toEqual([]);
  });

  it('gives up as unavailable when the alert never stands still', async () => {
    const { store, change, dismiss, overtakenOnce } = world();
    overtakenOnce(99);
    await expect(changeAsSeller(store, change(), dismiss)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
