import type { AttributeMap } from '../../core/engines/dynamo-client.ts';
import type { TableModel } from './model.ts';
import type { TtlRemovals } from './ttl-removals.ts';

/** A record of a table's stream, as GetRecords and, with its source's ARN, a function see it. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: string;
  readonly eventSource: string;
  readonly awsRegion: string;
  readonly eventSourceARN?: string;
  readonly userIdentity?: { readonly type: string; readonly principalId: string };
  readonly dynamodb: {
    readonly Keys: AttributeMap;
    readonly NewImage?: AttributeMap;
    readonly OldImage?: AttributeMap;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: string;
    /** Epoch seconds of the machine, as the engine gives them. */
    readonly ApproximateCreationDateTime: number;
  };
}

/** Who AWS says has removed an item whose time to live was over. */
const ttlIdentity = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };

/** Puts right what engines do not know: the region, the stream's ARN in the deployment, and removals by time to live. */
export function toDeployedRecord(
  record: StreamRecord,
  place: {
    readonly region: string;
    readonly streamArn: string;
    readonly table: TableModel;
    readonly removals: TtlRemovals;
  },
): StreamRecord {
  const { table, removals } = place;
  const { Keys, OldImage } = record.dynamodb;
  const ttl = table.ttlAttribute === undefined ? undefined : OldImage?.[table.ttlAttribute]?.['N'];
  const byTtl =
    record.eventName === 'REMOVE' && removals.has(table.name, Keys, OldImage === undefined ? undefined : String(ttl));
  return {
    ...record,
    awsRegion: place.region,
    eventSourceARN: place.streamArn,
    ...(byTtl && { userIdentity: ttlIdentity }),
  };
}
