import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  RestoreTableToPointInTimeCommand,
  TagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { restoreTable } from '../../../../ops/restore/restore-table.ts';
import { createTableAdmin } from '../../../../ops/restore/table-admin.ts';
import type { Table } from '../../../../shared/table/client.ts';
import { createTable, useTable } from '../../../builders/engines/table.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';

const shop = 'shop-1';

/**
 * DynamoDB as far as restores go: the engine has no point-in-time recovery, so that this stand-in says whether it is on, and
 * makes of a restore what DynamoDB makes of one: the items, the keys and the indexes, and nothing of all that is turned on.
 */
function withRecovery(own: Table, onRestore: () => Promise<void>) {
  const recovered = new Set([own.name]);
  const send = async (command: { readonly input: Record<string, unknown> }): Promise<unknown> => {
    const table = String(command.input['TableName']);
    if (command instanceof DescribeContinuousBackupsCommand) {
      const PointInTimeRecoveryStatus = recovered.has(table) ? 'ENABLED' : 'DISABLED';
      return { ContinuousBackupsDescription: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus } } };
    }
    if (command instanceof UpdateContinuousBackupsCommand) return recovered.add(table);
    if (!(command instanceof RestoreTableToPointInTimeCommand)) return own.client.send(command as never);
    const { TargetTableName: to = '' } = command.input;
    await onRestore();
    const { Items: items = [] } = await own.client.send(new ScanCommand({ TableName: own.name, ConsistentRead: true }));
    await createTable(own.client, to, { stream: false });
    for (const Item of items) await own.client.send(new PutCommand({ TableName: to, Item }));
    return {};
  };
  return { send } as unknown as Pick<DynamoDBClient, 'send'>;
}

describe('a drill of a restore', () => {
  const table = useTable('dynoxide');
  beforeEach(async () => {
    const { Table: described } = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
    const Tags = [{ Key: 'team', Value: 'security' }];
    await table.client.send(new TagResourceCommand({ ResourceArn: described?.TableArn, Tags }));
    const TimeToLiveSpecification = { Enabled: true, AttributeName: 'ttl' };
    await table.client.send(new UpdateTimeToLiveCommand({ TableName: table.name, TimeToLiveSpecification }));
  });

  it('brings back what was denied, turns on what a restore leaves off, and takes blocks again, while sellers go on', async () => {
    const world = createLinkWorld(table);
    await world.openShop(shop);
    const [before, during, after] = [buyersNamed('before', 5), buyersNamed('during', 5), buyersNamed('after', 5)];
    for (const buyer of before) await world.block(shop, buyer, 'user_id_only');

    // Sellers do not wait for a drill: what they do behind the instant is in the old table alone.
    const client = withRecovery(table, async () => {
      expect(await world.denied(shop, before)).toEqual(before);
    });
    const to = `${table.name}-restored-1`;
    const said: string[] = [];
    const job = {
      admin: createTableAdmin(client),
      from: table.name,
      to,
      checkOnly: false,
      say: (line: string) => void said.push(line),
      stop: new AbortController().signal,
      pauseMilliseconds: 10,
    };
    const restoring = restoreTable(job);
    const traffic = (async () => {
      for (const buyer of during) await world.block(shop, buyer, 'user_id_only');
    })();
    const restored = await restoring;
    await traffic;
    expect(said.filter((line) => line.endsWith('turning it right.'))).toEqual([
      `${to}: time to live is off; turning it right.`,
      `${to}: its stream is off; turning it right.`,
      `${to}: point-in-time recovery is off; turning it right.`,
      `${to}: it lacks the tags team; turning it right.`,
    ]);
    expect(restored).toMatchObject({
      ttlAttribute: 'ttl',
      streamView: 'NEW_AND_OLD_IMAGES',
      tags: { team: 'security' },
    });
    expect(restored?.streamArn).toContain(to);

    const there = createLinkWorld({ name: to, client: table.client });
    expect(await there.denied(shop, before)).toEqual(before);
    for (const buyer of after) await there.block(shop, buyer, 'user_id_only');
    expect(await there.denied(shop, after)).toEqual(after);
    expect(await world.denied(shop, after)).toEqual([]);

    // Once more, as after a Ctrl-C: there is nothing left to do, and nothing is done.
    said.length = 0;
    expect(await restoreTable(job)).toMatchObject({ streamArn: restored?.streamArn });
    expect(said).toEqual([]);
  });
});
