import { accessWrites } from '../access/access-writes.ts';
import type { Access } from '../access/rules.ts';
import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { recordWrite } from '../idempotency/record.ts';
import type { OutcomeOfUse } from '../idempotency/record.ts';
import { accessKey } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';
import { complaintItem, lastComplaintItem } from './items.ts';
import type { Complaint, LastComplaint } from './rules.ts';

export interface FileWrite {
  readonly complaint: Complaint;
  /** As read: the write holds only while both stand so. */
  readonly access: Access;
  readonly last: LastComplaint | undefined;
  readonly event: OutboxEvent;
  readonly recorded: OutcomeOfUse | undefined;
}

export interface DecideWrite {
  /** As decided. */
  readonly complaint: Complaint;
  /** As read, like the last complaint. */
  readonly access: Access;
  readonly last: LastComplaint | undefined;
  readonly event: OutboxEvent;
  /** Where the decision gives the access back. */
  readonly granted?: { readonly access: Access; readonly event: OutboxEvent } | undefined;
}

export function fileWrites({ complaint, access, last, event, recorded }: FileWrite): Record<string, Write | undefined> {
  const { shopId, filedAt } = complaint;
  return {
    record: recorded && recordWrite(recorded, filedAt),
    access: accessAsRead(complaint, access),
    last: { put: lastComplaintItem(shopId, complaint), condition: lastAsRead(last) },
    complaint: { put: complaintItem(complaint), condition: { expression: 'attribute_not_exists(pk)' } },
    event: { put: outboxItem(shopId, event) },
  };
}

/**
 * A decision, and what it does to the access, which is conditioned on either way: an outcome never contradicts it. Only of the
 * shop's last complaint something is kept beside it.
 */
export function decideWrites(write: DecideWrite): Record<string, Write | undefined> {
  const { complaint, access, last, event, granted } = write;
  const { shopId, complaintId } = complaint;
  return {
    complaint: {
      put: complaintItem(complaint),
      condition: { expression: '#state = :open', names: { '#state': 'state' }, values: { ':open': 'open' } },
    },
    last:
      last?.complaintId === complaintId
        ? { put: lastComplaintItem(shopId, complaint), condition: lastAsRead(last) }
        : undefined,
    ...(granted
      ? { ...accessWrites(shopId, granted.access), granted: { put: outboxItem(shopId, granted.event) } }
      : { access: accessAsRead(complaint, access) }),
    event: { put: outboxItem(shopId, event) },
  };
}

function accessAsRead({ shopId }: Complaint, { revision }: Access): Write {
  return {
    check: accessKey(shopId),
    condition: { expression: 'revision = :revision', values: { ':revision': revision } },
  };
}

function lastAsRead(last: LastComplaint | undefined) {
  if (!last) return { expression: 'attribute_not_exists(pk)' };
  return {
    expression: 'complaintId = :last AND #state = :state',
    names: { '#state': 'state' },
    values: { ':last': last.complaintId, ':state': last.state },
  };
}
