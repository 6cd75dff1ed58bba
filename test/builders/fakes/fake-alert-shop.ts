import type { SubjectStore } from '../../../shared/alerts/actions/subject-store.ts';
import { alertIdAbout } from '../../../shared/alerts/alert-id.ts';
import type { BuyerCounts, LinkedHistory } from '../../../shared/alerts/ingest/buyer-history-rules.ts';
import type { FlagStore } from '../../../shared/alerts/ingest/flag-store.ts';
import type { OutcomeStore } from '../../../shared/alerts/ingest/outcome-store.ts';
import type { WithdrawalStore } from '../../../shared/alerts/ingest/withdrawal-store.ts';
import { statusesBefore } from '../../../shared/alerts/machine-rules.ts';
import type { Alert } from '../../../shared/alerts/rules.ts';
import type { AlertStore, AlertWrite } from '../../../shared/alerts/store.ts';
import type { ToldSubject } from '../../../shared/alerts/subject-rules.ts';
import type { Access } from '../../../shared/access/rules.ts';
import { alertStatuses } from '../../../shared/kernel/words/alerts.ts';
import type { AlertStatus } from '../../../shared/kernel/words/alerts.ts';
import type { Waiver } from '../../../shared/waivers/rules.ts';
import type { WaiverStore } from '../../../shared/waivers/store.ts';
import { buildAccess } from '../items/block-list.ts';
import { noon } from './clock.ts';

const shopId = 'shop';

/**
 * The alerts of shop `shop` and all that decides about them, kept in memory: what a write is conditioned on holds as it does in the
 * table. `calls` says what was asked of it, in order; what is given to `meanwhile` happens right before the next write.
 */
export function fakeAlertShop() {
  const alerts = new Map<string, Alert>();
  const withdrawals = new Map<string, number>();
  const subjects = new Map<string, ToldSubject>();
  const waivers = new Map<string, Waiver>();
  const counts = new Map<string, BuyerCounts>();
  const saved: AlertWrite[] = [];
  const calls: string[] = [];
  const interruptions: (() => unknown)[] = [];
  const state = {
    access: buildAccess() as Access | undefined,
    linked: { linkedAccounts: 0, linkedAlerts: 0 } as LinkedHistory,
  };
  const interrupt = async (): Promise<void> => {
    await interruptions.shift()?.();
  };
  const countsOf = (buyerId: string) => counts.get(buyerId) ?? { orders: 0, cancellations: 0, refunds: 0, alerts: 0 };

  const alertStore: AlertStore = {
    async read(_scope, alertId) {
      calls.push('read');
      return alerts.get(alertId);
    },
    async readSettled(_scope, alertId) {
      calls.push('readSettled');
      return alerts.get(alertId);
    },
    async save(_scope, write) {
      calls.push('save');
      await interrupt();
      if (!holds(write)) return false;
      alerts.set(write.after.alertId, write.after);
      if (write.waiver) waivers.set(nameOf(write.after.subject), write.waiver.after);
      saved.push(write);
      return true;
    },
  };

  function holds({ before, after, event, seen, waiver, seller }: AlertWrite): boolean {
    const present = alerts.get(after.alertId);
    const from = statusesOf(event);
    if (present?.revision !== before?.revision || (present && !from.includes(present.status))) return false;
    if (waiver && waivers.get(nameOf(after.subject))?.revision !== waiver.before?.revision) return false;
    if (seller && state.access?.state !== 'active') return false;
    if (seen?.withdrawal && withdrawals.get(after.alertId) !== seen.withdrawal.at) return false;
    return !seen || isSame(subjects.get(nameOf(after.subject)), seen.subject);
  }

  const flags: FlagStore = {
    async readSituation(_scope, alertId, { subject, buyerId }) {
      calls.push('readSituation');
      if (state.access?.state !== 'active') return undefined;
      return {
        alert: alerts.get(alertId),
        told: subjects.get(nameOf(subject)),
        withdrawnAt: withdrawals.get(alertId),
        counts: countsOf(buyerId),
      };
    },
    async readCounts(_scope, buyerId) {
      calls.push('readCounts');
      return countsOf(buyerId);
    },
    async readLinkedHistory() {
      calls.push('readLinkedHistory');
      return state.linked;
    },
  };

  const withdrawalStore: WithdrawalStore = {
    async read(_scope, alertId) {
      calls.push('readWithdrawal');
      const accessIsActive = state.access?.state === 'active';
      return { alert: alerts.get(alertId), withdrawnAt: withdrawals.get(alertId), accessIsActive };
    },
    async remember(_scope, alertId, seen, { at }) {
      calls.push('remember');
      await interrupt();
      if (alerts.get(alertId)?.revision !== seen.alert?.revision) return false;
      if (withdrawals.get(alertId) !== seen.withdrawnAt) return false;
      withdrawals.set(alertId, at);
      return true;
    },
  };

  const outcomes: OutcomeStore = {
    read: async (_scope, alertId) => ({ access: state.access, isShown: alerts.has(alertId) }),
  };
  const waiverStore: Pick<WaiverStore, 'read'> = {
    async read(_scope, { subjectType, subjectId }) {
      calls.push('readWaiver');
      return waivers.get(nameOf({ type: subjectType, id: subjectId }));
    },
  };
  const subjectStore: SubjectStore = {
    async read(_scope, subject) {
      calls.push('readSubject');
      return { told: subjects.get(nameOf(subject)), waiver: waivers.get(nameOf(subject)) };
    },
  };

  let ids = 0;
  return {
    deps: {
      alerts: alertStore,
      store: alertStore,
      flags,
      withdrawals: withdrawalStore,
      outcomes,
      waivers: waiverStore,
      subjects: subjectStore,
      clock: { now: () => noon },
      newId: () => `id-${++ids}`,
      termsVersion: 'terms-1',
    },
    state,
    saved,
    calls,
    waivers,
    withdrawals,
    counts,
    /** The alert of an order or refund. */
    alertAbout: (type: 'order' | 'refund', id: string) => alerts.get(alertIdAbout(shopId, { type, id })),
    put: (alert: Alert) => alerts.set(alert.alertId, alert),
    /** The order or refund service tells of one. */
    tell: (id: string, told: ToldSubject) => subjects.set(nameOf({ type: told.type, id }), told),
    meanwhile: (...happenings: readonly (() => unknown)[]) => interruptions.push(...happenings),
  };
}

function nameOf({ type, id }: { readonly type: string; readonly id: string }): string {
  return `${type}#${id}`;
}

function isSame(one: ToldSubject | undefined, other: ToldSubject | undefined): boolean {
  return one?.status === other?.status && one?.updatedAt === other?.updatedAt;
}

function statusesOf(event: AlertWrite['event']): readonly AlertStatus[] {
  if (event === 'announced') return ['open'];
  return event === 'buyer_corrected' ? alertStatuses : statusesBefore(event);
}
