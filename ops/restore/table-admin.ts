import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTagsOfResourceCommand,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
  TagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient, KeySchemaElement, TableDescription } from '@aws-sdk/client-dynamodb';
import type { Difference, TableState } from './table-settings.ts';
import { tableSettings } from './table-settings.ts';

/** A table as a whole, never its items. */
export interface TableAdmin {
  /** `undefined` when there is none. */
  read(table: string): Promise<TableState | undefined>;
  /** Begins a restore into a new table; `at` is the newest instant there is without it. */
  restore(from: string, to: string, at?: Date): Promise<void>;
  /** Turns on what a restored table lacks; done twice, it changes nothing. */
  fix(table: string, fix: NonNullable<Difference['fix']>, own: TableState): Promise<void>;
}

export function createTableAdmin(client: Pick<DynamoDBClient, 'send'>): TableAdmin {
  const describe = async (TableName: string): Promise<TableDescription | undefined> => {
    try {
      return (await client.send(new DescribeTableCommand({ TableName }))).Table;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  };
  return {
    async read(TableName) {
      const table = await describe(TableName);
      if (!table) return undefined;
      const ttl = (await client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription;
      const backups = await client.send(new DescribeContinuousBackupsCommand({ TableName }));
      const recovery = backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
      const { Tags = [] } = await client.send(new ListTagsOfResourceCommand({ ResourceArn: table.TableArn }));
      return {
        status: table.TableStatus ?? 'unknown',
        shapes: shapesOf(table),
        keyArn: table.SSEDescription?.KMSMasterKeyArn,
        billingMode: table.BillingModeSummary?.BillingMode,
        streamView: table.StreamSpecification?.StreamEnabled ? table.StreamSpecification.StreamViewType : undefined,
        streamArn: table.LatestStreamArn,
        deletionProtection: table.DeletionProtectionEnabled ?? false,
        ttlAttribute: (ttl?.TimeToLiveStatus ?? '').startsWith('ENABL') ? ttl?.AttributeName : undefined,
        recovery: recovery?.PointInTimeRecoveryStatus === 'ENABLED',
        tags: tagsOf(Tags),
      };
    },
    async restore(from, to, at) {
      await client.send(
        new RestoreTableToPointInTimeCommand({
          SourceTableName: from,
          TargetTableName: to,
          ...(at ? { RestoreDateTime: at } : { UseLatestRestorableTime: true }),
        }),
      );
    },
    async fix(TableName, fix, own) {
      if (fix !== 'tags') return void (await client.send(updateOf(fix, TableName, own) as UpdateTableCommand));
      const Tags = Object.entries(own.tags).map(([Key, Value]) => ({ Key, Value }));
      const ResourceArn = (await describe(TableName))?.TableArn;
      await client.send(new TagResourceCommand({ ResourceArn, Tags }));
    },
  };
}

function updateOf(fix: Exclude<NonNullable<Difference['fix']>, 'tags'>, TableName: string, own: TableState) {
  const { ttlAttribute: AttributeName, streamView: StreamViewType, recoveryDays } = tableSettings;
  switch (fix) {
    case 'ttl':
      return new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled: true, AttributeName } });
    case 'stream':
      return new UpdateTableCommand({ TableName, StreamSpecification: { StreamEnabled: true, StreamViewType } });
    case 'recovery': {
      const specification = { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: recoveryDays };
      return new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification: specification });
    }
    case 'protection':
      return new UpdateTableCommand({ TableName, DeletionProtectionEnabled: own.deletionProtection });
  }
}

function shapesOf({ KeySchema, GlobalSecondaryIndexes = [] }: TableDescription): readonly string[] {
  const shape = (name: string, keys: readonly KeySchemaElement[] = []): string =>
    `${name}(${keys.map(({ AttributeName }) => AttributeName).join(', ')})`;
  return [
    shape('table', KeySchema),
    ...GlobalSecondaryIndexes.map((index) => shape(index.IndexName ?? '', index.KeySchema)),
  ];
}

/** CloudFormation's own cannot be given to another table. */
function tagsOf(tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[]) {
  return Object.fromEntries(
    tags.flatMap(({ Key = '', Value = '' }) => (Key.startsWith('aws:') ? [] : [[Key, Value] as const])),
  );
}
