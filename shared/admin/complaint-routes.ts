import { endingOf } from '../access/rules.ts';
import { opsScope } from '../access/scope.ts';
import { decideComplaint } from '../complaints/decide-complaint.ts';
import { toComplaintReply } from '../complaints/items.ts';
import type { ComplaintStore, ComplaintWithAccess } from '../complaints/store.ts';
import * as contract from '../contracts/http/complaints.ts';
import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import { callerOf } from '../http/service-caller.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';

export interface ComplaintAdminDeps {
  readonly complaints: ComplaintStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** For ops: which shops complain about the end of their access, and what becomes of it. */
export function complaintRoutes({ complaints: store, clock, newId }: ComplaintAdminDeps): readonly BoundRoute[] {
  return [
    {
      contract: contract.listComplaints,
      async handle(event) {
        const { query } = parseRequest(contract.listComplaints, event);
        const { state, limit } = query;
        // Each state has a list of its own, in which another one's place means nothing.
        const list = `complaints-${state}`;
        const after = fromCursor(list, query.cursor, ['complaintId'])?.complaintId;
        const page = { limit: limit + 1, after, now: clock.now() };
        const found = await store.list(opsScope(callerOf(event)), state, page);
        const items = found.slice(0, limit);
        const last = items.at(-1)?.complaint;
        const nextCursor = last && found.length > limit ? toCursor(list, { complaintId: last.complaintId }) : undefined;
        return { status: 200, body: { items: items.map(toReply), ...(nextCursor ? { nextCursor } : {}) } };
      },
    },
    {
      contract: contract.decideComplaint,
      async handle(event) {
        const { path, body } = parseRequest(contract.decideComplaint, event);
        const scope = opsScope(callerOf(event));
        return {
          status: 200,
          body: toReply(await decideComplaint({ store, newId }, scope, { ...path, ...body }, clock.now())),
        };
      },
    },
  ];
}

function toReply({ complaint, access }: ComplaintWithAccess) {
  const { state, since, reason } = access;
  return {
    ...toComplaintReply(complaint),
    shopId: complaint.shopId,
    endedAt: toTimestamp(complaint.endedAt),
    access: {
      state,
      since: toTimestamp(since),
      ...endingOf(access),
      ...(reason === undefined ? {} : { reason }),
    },
  };
}
