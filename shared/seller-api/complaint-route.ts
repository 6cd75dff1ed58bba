import type { Access } from '../access/rules.ts';
import { complainantScope } from '../access/scope.ts';
import type { ComplainantScope, TokenScope } from '../access/scope.ts';
import { fileComplaint } from '../complaints/file-complaint.ts';
import { toComplaintReply } from '../complaints/items.ts';
import { lastComplaintRead } from '../complaints/store.ts';
import type { ComplaintStore } from '../complaints/store.ts';
import * as contract from '../contracts/http/complaints.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { Admission } from './seller-route.ts';
import { admittedWriteRoute } from './seller-write-route.ts';
import type { SellerWriteDeps } from './seller-write-route.ts';

export interface ComplaintDeps extends SellerWriteDeps {
  readonly store: ComplaintStore;
  readonly newId: NewId;
}

/** The one seller's write while the access has ended. Its answer is repeated even once the shop has its access back. */
export function fileComplaintRoute(deps: ComplaintDeps): BoundRoute {
  return admittedWriteRoute(deps, contract.fileComplaint, admitComplainant, {
    read: (token) => lastComplaintRead(token),
    async handle(request) {
      const complaint = await fileComplaint(deps, request, request.body.text);
      return { status: 201, body: toComplaintReply(complaint) };
    },
    replay({ body: { text }, outcome: { complaintId, filedAt } }) {
      const filed = { complaintId: String(complaintId), state: 'open', text, filedAt: Number(filedAt) } as const;
      return { status: 201, body: toComplaintReply(filed) };
    },
  });
}

function admitComplainant(token: TokenScope, access: Access | undefined): Admission<ComplainantScope> {
  const scope = complainantScope(token, access);
  if (!scope || !access) throw new AppError('access_not_active', 'This shop never had access.');
  return { scope, access };
}
