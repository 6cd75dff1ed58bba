import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { recordWrite } from '../idempotency/record.ts';
import type { OutcomeOfUse } from '../idempotency/record.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import { accessKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import { accessWrites } from './access-writes.ts';
import { membershipWrites } from './membership-writes.ts';
import type { MemberChanges } from './member-rules.ts';
import type { Access } from './rules.ts';
import type { ShopScope } from './scope.ts';

export interface MembersWrite {
  /** As it is to be; as it was read where there is no event. */
  readonly access: Access;
  /** Absent where nothing changes. */
  readonly event: OutboxEvent | undefined;
  readonly changes: MemberChanges;
  readonly recorded: OutcomeOfUse | undefined;
  readonly now: EpochMilliseconds;
}

export interface MemberStore {
  /** `false` when somebody has changed the access since it was read: decide again on a new read. */
  saveMembers(scope: ShopScope, write: MembersWrite): Promise<boolean>;
}

export function createMemberStore(table: Table): MemberStore {
  return {
    async saveMembers({ shopId }, { access, event, changes, recorded, now }) {
      const outcome = await transact(table, {
        record: recorded && recordWrite(recorded, now),
        access: event
          ? accessWrites(shopId, access).access
          : {
              check: accessKey(shopId),
              condition: { expression: 'revision = :revision', values: { ':revision': access.revision } },
            },
        event: event && { put: outboxItem(shopId, event) },
        ...membershipWrites(shopId, changes),
      });
      return outcome.type === 'committed';
    },
  };
}
