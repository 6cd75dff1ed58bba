import type { ShopScope } from '../../access/scope.ts';
import { DeadLetter } from '../../events/dead-letter.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import { retryOnChange } from '../../kernel/retry-on-change.ts';
import { alertEvent } from '../alert-event.ts';
import { alertIdOf } from '../alert-id.ts';
import type { Alert, Flag } from '../rules.ts';
import type { AlertWrite } from '../store.ts';
import { stateOfSubject } from '../subject-rules.ts';
import { buyerHistory } from './buyer-history-rules.ts';
import type { LinkedHistory } from './buyer-history-rules.ts';
import { addInsideBlock, flagAgain, raise } from './flag-rules.ts';
import type { FlagSurroundings } from './flag-rules.ts';
import type { FlagSituation, FlagStore } from './flag-store.ts';
import type { IngestDeps } from './ingest-deps.ts';

export interface RaiseDeps extends IngestDeps {
  readonly flags: Pick<FlagStore, 'readSituation' | 'readLinkedHistory'>;
}

/** What differs between those who flag. */
interface Flagger {
  /** What their flag does to an alert that is there already. */
  again(before: Alert, flag: Flag, around: FlagSurroundings, now: EpochMilliseconds): Alert | undefined;
  /** They may be wrong about the buyer: what is known of the order or refund is the truth. */
  readonly mayNameWrongBuyer: boolean;
}

const riskSystems: Flagger = { again: flagAgain, mayNameWrongBuyer: true };
/** Their flag is made from the order itself. */
const ourselves: Flagger = { again: addInsideBlock, mayNameWrongBuyer: false };
/** Where there is an alert already, a seller would see something change without knowing why. */
const ourselvesThroughLink: Flagger = { again: () => undefined, mayNameWrongBuyer: false };

const mostRounds = 10;

/**
 * One flag of the risk systems, as an alert of a shop with active access: raised by the first, changed by the others.
 *
 * @throws DeadLetter `conflicting_buyer` when the order or refund is known as another buyer's.
 * @throws AppError `unavailable` when something keeps changing: deliver it again.
 */
export function raiseAlert(deps: RaiseDeps, scope: ShopScope, flag: Flag): Promise<void> {
  return applyFlag(deps, scope, flag, riskSystems);
}

/**
 * Our own flag of an order inside a block, as an alert or as a further reason of the one that there is. Where the block is
 * another account's, as an alert like those of the risk systems, and as nothing where there is one.
 *
 * @throws AppError `unavailable` when something keeps changing: deliver it again.
 */
export function raiseOwnAlert(deps: RaiseDeps, scope: ShopScope, flag: Flag): Promise<void> {
  return applyFlag(deps, scope, flag, flag.raisedThroughLink ? ourselvesThroughLink : ourselves);
}

/**
 * The write holds only while alert, order or refund and withdrawal are as they were read, so that whichever of them comes
 * last sees the others.
 *
 * Active access is read, consistently, but is no condition of the write: it is one item, and all flags of a shop would meet on
 * it. An alert that is raised in the instant in which access ends is not shown to anybody.
 */
function applyFlag(deps: RaiseDeps, scope: ShopScope, flag: Flag, flagger: Flagger): Promise<void> {
  const alertId = alertIdOf(scope.shopId, flag.kind, flag.subject);
  const eventId = deps.newId();
  const now = deps.clock.now();
  let linked: LinkedHistory | undefined;
  return retryOnChange<FlagSituation | undefined, AlertWrite, void>({
    read: () => deps.flags.readSituation(scope, alertId, flag),
    async decide(situation) {
      if (!situation) return nothing;
      const { alert: before, told, withdrawnAt } = situation;
      if (flagger.mayNameWrongBuyer) checkBuyer(flag, [before, told]);
      // Once, however often the rest has to be read again.
      linked ??= await deps.flags.readLinkedHistory(scope, flag.buyerId);
      const around: FlagSurroundings = {
        state: stateOfSubject(told),
        history: historyWith(flag, situation, linked),
        withdrawnAt,
      };
      const after = before ? flagger.again(before, flag, around, now) : raise(alertId, flag, around, now);
      if (!after) return nothing;
      const events = [alertEvent(eventId, scope, after, before ? 'flagged_again' : 'raised', now)];
      const seen = { subject: told, withdrawal: { at: withdrawnAt } };
      return { type: 'write', write: { before, after, event: 'flagged', events, now, seen }, result: undefined };
    },
    save: (write) => deps.alerts.save(scope, write),
    mostRounds,
    changesTooFast: 'The alert changes too fast. Nothing was changed; deliver it again.',
  });
}

const nothing = { type: 'end', result: undefined } as const;

/** An order never changes hands: one of two events is wrong, and an alert would blame the wrong buyer. */
function checkBuyer({ buyerId }: Flag, known: readonly ({ readonly buyerId: string } | undefined)[]): void {
  if (known.some((one) => one && one.buyerId !== buyerId)) throw new DeadLetter('conflicting_buyer', 'detail.buyerId');
}

/** The history takes in what was flagged, whether or not its own event has come. */
function historyWith({ subject }: Flag, { alert, told, counts }: FlagSituation, linked: LinkedHistory) {
  const unknown = told ? 0 : 1;
  const what = subject.type === 'order' ? { orders: unknown } : { refunds: unknown };
  return buyerHistory(counts, linked, { ...what, ownAlerts: alert ? 1 : 0 });
}
