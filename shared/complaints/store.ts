import type { Access } from '../access/rules.ts';
import type { ComplainantScope, OpsScope, ShopScope, TokenScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ComplaintState } from '../kernel/words/complaints.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { isKept } from '../table/kept.ts';
import { accessKey, complaintKey, complaintsListing, lastComplaintKey, listingIndex } from '../table/keys.ts';
import { queryItems } from '../table/query.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { transact } from '../table/transact.ts';
import { decideWrites, fileWrites } from './complaint-writes.ts';
import type { DecideWrite, FileWrite } from './complaint-writes.ts';
import { toComplaint, toLastComplaint } from './items.ts';
import type { Complaint, LastComplaint } from './rules.ts';

/** A complaint beside its shop's access as it is now. */
export interface ComplaintWithAccess {
  readonly complaint: Complaint;
  readonly access: Access;
}

export interface FoundComplaint extends ComplaintWithAccess {
  /** The shop's last complaint, which may be a later one. */
  readonly last: LastComplaint | undefined;
}

export interface ComplaintPage {
  readonly limit: number;
  /** The last complaint of the page before. */
  readonly after?: string | undefined;
  /** What is past its retention then is not shown. */
  readonly now: EpochMilliseconds;
}

export interface ComplaintStore {
  /** `false` when somebody has changed the access, or complained, since it was read. */
  file(scope: ComplainantScope, write: FileWrite): Promise<boolean>;
  find(scope: OpsScope, complaintId: string): Promise<FoundComplaint | undefined>;
  /** `false` when anything of what was found has changed. */
  decide(scope: OpsScope, write: DecideWrite): Promise<boolean>;
  /** The oldest first, from the index: it can lag by a moment, and decides nothing. */
  list(scope: OpsScope, state: ComplaintState, page: ComplaintPage): Promise<readonly ComplaintWithAccess[]>;
}

/** For a seller's request. */
export function lastComplaintRead({ shopId }: TokenScope): ReadPlan<LastComplaint | undefined> {
  const key = lastComplaintKey(shopId);
  return { keys: [key], decode: (items) => toLastComplaint(items.get(key)) };
}

/** A shop's own complaint; of another shop there is none. */
export function complaintRead(
  { shopId }: TokenScope | ShopScope,
  complaintId: string,
): ReadPlan<Complaint | undefined> {
  const key = complaintKey(complaintId);
  return {
    keys: [key],
    decode(items) {
      const complaint = toComplaint(items.get(key));
      return complaint?.shopId === shopId ? complaint : undefined;
    },
  };
}

export function createComplaintStore(table: Table): ComplaintStore {
  return {
    async file(_scope, write) {
      return (await transact(table, fileWrites(write))).type === 'committed';
    },

    async find(_scope, complaintId) {
      const key = complaintKey(complaintId);
      const complaint = toComplaint((await batchGet(table, [key])).get(key));
      if (!complaint) return undefined;
      const keys = { access: accessKey(complaint.shopId), last: lastComplaintKey(complaint.shopId) };
      const items = await batchGet(table, [keys.access, keys.last]);
      const access = toAccess(items.get(keys.access));
      return access && { complaint, access, last: toLastComplaint(items.get(keys.last)) };
    },

    async decide(_scope, write) {
      return (await transact(table, decideWrites(write))).type === 'committed';
    },

    async list(_scope, state, { limit, after, now }) {
      const items = await queryItems(
        table,
        {
          IndexName: listingIndex,
          KeyConditionExpression: after === undefined ? 'listPk = :state' : 'listPk = :state AND listSk > :after',
          FilterExpression: isKept.expression,
          ExpressionAttributeNames: isKept.names,
          ExpressionAttributeValues: {
            ':state': complaintsListing(state),
            ...(after === undefined ? {} : { ':after': after }),
            ...isKept.values(now),
          },
        },
        limit,
      );
      const complaints = items.map(toComplaint).filter((complaint) => complaint !== undefined);
      const accesses = await batchGet(
        table,
        complaints.map(({ shopId }) => accessKey(shopId)),
      );
      return complaints.flatMap((complaint) => {
        const access = toAccess(accesses.get(accessKey(complaint.shopId)));
        return access ? [{ complaint, access }] : [];
      });
    },
  };
}
