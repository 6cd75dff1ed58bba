import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTagsOfResourceCommand,
  RestoreTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { createAuthorizer } from '../../../local/services/iam/authorizer.ts';
import { restoreTable } from '../../../ops/restore/restore-table.ts';
import { createTableAdmin } from '../../../ops/restore/table-admin.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const deployment = synthesizeStage('local').deployment();
const authorizer = createAuthorizer(deployment);
const roleArn = deployment.roles.find(({ name }) => /-ops(-[a-z0-9-]+)?$/.test(name))?.arn ?? '';
const arnOf = (table: string) => `arn:aws:dynamodb:us-east-1:000000000000:table/${table}`;

function allows(action: string, table: string): boolean {
  const principal = { type: 'role', roleArn, accessKeyId: 'ops', label: 'ops' } as const;
  return authorizer.decide({ principal, action: `dynamodb:${action}`, resource: arnOf(table), context: {} }).allowed;
}

/** Answers as DynamoDB does about a table that was just restored, and keeps which actions on which tables that took. */
function recordedDynamodb(own: string) {
  const asked: { action: string; table: string }[] = [];
  const tables = new Set([own]);
  const send = (command: { readonly input: Record<string, unknown>; readonly constructor: { name: string } }) => {
    const { TableName, SourceTableName, ResourceArn } = command.input;
    const table = String(TableName ?? SourceTableName ?? String(ResourceArn).split('/')[1]);
    asked.push({ action: command.constructor.name.replace(/Command$/, ''), table });
    if (command instanceof RestoreTableToPointInTimeCommand) tables.add(String(command.input.TargetTableName));
    const isOwn = table === own;
    if (command instanceof DescribeTableCommand) {
      if (!tables.has(table)) return Promise.resolve({});
      const on = { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } };
      const described = { TableStatus: 'ACTIVE', TableArn: arnOf(table), DeletionProtectionEnabled: isOwn };
      return Promise.resolve({ Table: { ...described, ...(isOwn ? on : {}) } });
    }
    const Tags = isOwn ? [{ Key: 'team', Value: 'security' }] : [];
    if (command instanceof ListTagsOfResourceCommand) return Promise.resolve({ Tags });
    const ttl = isOwn ? { TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' } : {};
    if (command instanceof DescribeTimeToLiveCommand) return Promise.resolve({ TimeToLiveDescription: ttl });
    const recovery = { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: isOwn ? 'ENABLED' : 'DISABLED' } };
    if (command instanceof DescribeContinuousBackupsCommand)
      return Promise.resolve({ ContinuousBackupsDescription: recovery });
    return Promise.resolve({});
  };
  return { asked, client: { send } as unknown as Pick<DynamoDBClient, 'send'> };
}

describe('the role of ops and the table', () => {
  it('allows each call of a restore', async () => {
    const { asked, client } = recordedDynamodb('ssc-local');
    const stop = new AbortController().signal;
    const job = {
      admin: createTableAdmin(client),
      from: 'ssc-local',
      to: 'ssc-local-restored-1',
      checkOnly: false,
      stop,
    };
    await restoreTable({ ...job, say: () => undefined, pauseMilliseconds: 1 });
    const actions = new Set(asked.map(({ action }) => action));
    expect([...actions].toSorted()).toEqual([
      'DescribeContinuousBackups',
      'DescribeTable',
      'DescribeTimeToLive',
      'ListTagsOfResource',
      'RestoreTableToPointInTime',
      'TagResource',
      'UpdateContinuousBackups',
      'UpdateTable',
      'UpdateTimeToLive',
    ]);
    expect(asked.filter(({ action, table }) => !allows(action, table))).toEqual([]);
    // What DynamoDB does in the name of the person who restores.
    for (const action of ['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'])
      expect(allows(action, 'ssc-local-restored-1'), action).toBe(true);
  });

  it('changes and writes no other table', () => {
    for (const table of ['ssc-local', 'ssc-dev-restored-1', 'orders'])
      for (const action of [
        'UpdateTable',
        'UpdateTimeToLive',
        'TagResource',
        'PutItem',
        'DeleteItem',
        'BatchWriteItem',
      ])
        expect(allows(action, table), `${action} ${table}`).toBe(false);
    expect(allows('DeleteTable', 'ssc-local-restored-1')).toBe(false);
  });
});
