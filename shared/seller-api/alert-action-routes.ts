import type { TokenScope } from '../access/scope.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import type { Outcome } from '../idempotency/record.ts';
import { sellerWriteRoute } from './seller-write-route.ts';
import type { SellerWriteDeps } from './seller-write-route.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { toAlertReply } from '../alerts/reading/reply.ts';
import { versionOf } from '../alerts/rules.ts';
import type { Alert, AlertId } from '../alerts/rules.ts';
import { alertRead } from '../alerts/store.ts';
import type { AlertStore } from '../alerts/store.ts';
import { fromOutcome } from '../alerts/actions/change-as-seller.ts';
import * as contract from '../contracts/http/alert-actions.ts';
import { dismissAlert } from '../alerts/actions/dismiss-alert.ts';
import { requestAction } from '../alerts/actions/request-action.ts';
import type { RequestType } from '../alerts/actions/rules.ts';
import type { SubjectStore } from '../alerts/actions/subject-store.ts';

export interface AlertActionDeps extends SellerWriteDeps {
  readonly store: AlertStore;
  readonly subjects: SubjectStore;
  readonly newId: NewId;
  readonly termsVersion: string;
}

/** What sellers do about alerts: three routes. */
export function alertActionRoutes(deps: AlertActionDeps): readonly BoundRoute[] {
  return [
    requestRoute(deps, contract.cancelOrder, 'cancel_order'),
    requestRoute(deps, contract.rejectRefund, 'reject_refund'),
    dismissRoute(deps),
  ];
}

function requestRoute(
  deps: AlertActionDeps,
  route: typeof contract.cancelOrder | typeof contract.rejectRefund,
  type: RequestType,
): BoundRoute {
  const accepted = (alert: Alert, now: EpochMilliseconds) => ({
    status: 202,
    body: toAlertReply(alert, { now, waiver: pendingWaiverOf(alert) }),
    shows: versionOf(alert),
  });
  return sellerWriteRoute(deps, route, {
    read: (token, { path }) => alertRead(token, path.alertId),
    async handle(request) {
      const wish = { ...request, type, reason: request.body.reason };
      return accepted(await requestAction(deps, wish), request.now);
    },
    versionOf: (alert) => alert && versionOf(alert),
    async replay(request) {
      const { alert, at } = await settled(deps, request);
      return accepted(alert, at);
    },
  });
}

function dismissRoute(deps: AlertActionDeps): BoundRoute {
  const dismissed = (alert: Alert, now: EpochMilliseconds) => ({
    status: 200,
    body: toAlertReply(alert, { now }),
    shows: versionOf(alert),
  });
  return sellerWriteRoute(deps, contract.dismissAlert, {
    read: (token, { path }) => alertRead(token, path.alertId),
    handle: async (request) =>
      dismissed(await dismissAlert(deps, { ...request, verdict: request.body.verdict }), request.now),
    versionOf: (alert) => alert && versionOf(alert),
    async replay(request) {
      const { alert, at } = await settled(deps, request);
      return dismissed(alert, at);
    },
  });
}

interface Replay {
  readonly token: TokenScope;
  readonly path: { readonly alertId: AlertId };
  readonly outcome: Outcome;
}

/**
 * The alert that a key's record holds, once it is what a read shows as well: the items of a transaction become visible
 * one by one.
 */
async function settled(
  { reader }: AlertActionDeps,
  { token, path, outcome }: Replay,
): Promise<ReturnType<typeof fromOutcome>> {
  await reader.readSettled(alertRead(token, path.alertId));
  return fromOutcome(outcome);
}

function pendingWaiverOf({ subject }: Alert) {
  if (subject.type === 'outcome') return undefined;
  return { subjectType: subject.type, subjectId: subject.id, status: 'pending' } as const;
}
