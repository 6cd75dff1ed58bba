import type { ShopScope } from '../../access/scope.ts';
import { toAccess } from '../../access/store.ts';
import { DeadLetter } from '../../events/dead-letter.ts';
import type { Clock, EpochMilliseconds } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import type { NewId } from '../../kernel/ids.ts';
import { rounds } from '../../kernel/retry-on-change.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { accessKey, alertKey, buyerHistoryKey, shopBuyerKey, withdrawalKey } from '../../table/keys.ts';
import { alertEvent } from '../alert-event.ts';
import { alertIdOf } from '../alert-id.ts';
import { toAlert } from '../items.ts';
import type { Alert, Flag } from '../rules.ts';
import type { AlertStore } from '../store.ts';
import { stateOfSubject, subjectKey, subjectUnchanged } from '../subject-items.ts';
import { type LinkedHistory, readLinkedHistory, toBuyerHistory } from './buyer-history.ts';
import { type FlagSurroundings, flagAgain, raise } from './flag-rules.ts';
import { toWithdrawnAt, withdrawalUnchanged } from './withdrawal-item.ts';

export interface IngestDeps {
  readonly table: Table;
  readonly store: AlertStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** What a flag does to an alert that is there already. */
type Again = (before: Alert, flag: Flag, around: FlagSurroundings, now: EpochMilliseconds) => Alert | undefined;

const mostRounds = 10;

/**
 * One flag, as an alert of a shop with active access: raised by the first, changed by the others. The write holds only
 * while alert, order or refund and withdrawal are as they were read, so that whichever of them comes last sees the others.
 *
 * Active access is read, consistently, but is no condition of the write: it is one item, and all flags of a shop would meet on
 * it. An alert that is raised in the instant in which access ends is not shown to anybody.
 *
 * @param again `flagAgain` for what the risk systems say.
 * @throws DeadLetter `conflicting_buyer` when the order or refund is known as another buyer's.
 * @throws AppError `unavailable` when something keeps changing: deliver it again.
 */
export async function raiseAlert(
  deps: IngestDeps,
  scope: ShopScope,
  flag: Flag,
  again: Again = flagAgain,
): Promise<void> {
  const { table, store } = deps;
  const alertId = alertIdOf(scope.shopId, flag.kind, flag.subject);
  const eventId = deps.newId();
  const now = deps.clock.now();
  let linked: LinkedHistory | undefined;
  for (const _round of rounds(mostRounds)) {
    const situation = await readSituation(table, scope, flag);
    if (!situation) return;
    const { alert: before, subjectItem, withdrawal, own } = situation;
    if (again === flagAgain) checkBuyer(flag, [before, subjectItem]);
    linked ??= await readLinkedHistory(table, scope.shopId, flag.buyerId);
    const around: FlagSurroundings = {
      state: stateOfSubject(flag.subject, subjectItem),
      history: toBuyerHistory(own, linked),
      withdrawnAt: toWithdrawnAt(withdrawal),
    };
    const after = before ? again(before, flag, around, now) : raise(alertId, flag, around, now);
    if (!after) return;
    const write = {
      before,
      after,
      event: 'flagged',
      events: [alertEvent(eventId, scope, after, before ? 'flagged_again' : 'raised', now)],
      now,
      also: {
        ...subjectCheck(scope, flag, subjectUnchanged(subjectItem)),
        withdrawal: { check: withdrawalKey(scope.shopId, alertId), condition: withdrawalUnchanged(withdrawal) },
      },
    } as const;
    if (await store.save(scope, write)) return;
  }
  throw new AppError('unavailable', 'The alert changes too fast. Nothing was changed; deliver it again.');
}

/** Everything that decides about a flag, in one read; `undefined` when the shop has no active access. */
async function readSituation(table: Table, { shopId }: ShopScope, { kind, subject, buyerId }: Flag) {
  const alertId = alertIdOf(shopId, kind, subject);
  const access = accessKey(shopId);
  const at = {
    alert: alertKey(shopId, alertId),
    withdrawal: withdrawalKey(shopId, alertId),
    orders: shopBuyerKey(shopId, buyerId),
    history: buyerHistoryKey(shopId, buyerId),
  };
  const subjectAt = subjectKey(shopId, subject);
  const items = await batchGet(table, [access, ...Object.values(at), ...(subjectAt ? [subjectAt] : [])]);
  if (toAccess(items.get(access))?.state !== 'active') return undefined;
  const alert = toAlert(items.get(at.alert));
  const subjectItem = subjectAt && items.get(subjectAt);
  const unknown = subjectItem ? 0 : 1;
  return {
    alert,
    subjectItem,
    withdrawal: items.get(at.withdrawal),
    own: {
      orders: items.get(at.orders),
      history: items.get(at.history),
      // The history takes in what was flagged, whether or not its own event has come.
      more: subject.type === 'order' ? { orders: unknown, refunds: 0 } : { orders: 0, refunds: unknown },
      ownAlerts: alert ? 1 : 0,
    },
  };
}

/** An order never changes hands: one of two events is wrong, and an alert would blame the wrong buyer. */
function checkBuyer({ buyerId }: Flag, known: readonly (object | undefined)[]): void {
  if (known.some((one) => one && (one as { buyerId?: unknown }).buyerId !== buyerId))
    throw new DeadLetter('conflicting_buyer', 'detail.buyerId');
}

function subjectCheck({ shopId }: ShopScope, { subject }: Flag, condition: ReturnType<typeof subjectUnchanged>) {
  const check = subjectKey(shopId, subject);
  return check ? { subject: { check, condition } } : {};
}
