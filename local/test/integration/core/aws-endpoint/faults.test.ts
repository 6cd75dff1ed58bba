import { performance } from 'node:perf_hooks';
import { GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../core/aws-endpoint/faults.ts';
import { useEndpoint } from '../../../builders/open-endpoint.ts';

const TableName = 'ssc-local';
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'MARKER' } });

describe('faults at the AWS endpoint', () => {
  const aws = useEndpoint();
  const gate = () => aws.dynamodb(aws.functionKeys('ssc-local-gate'));
  const inject = (operation: string, fault: Fault['fault']) =>
    aws.faults.add([{ service: 'dynamodb', operation, function: 'gate', fault, times: 1 }]);
  const get = (pk: string) => gate().send(new GetItemCommand({ TableName, Key: key(pk), ConsistentRead: true }));

  it('answers an injected error without performing the call', async () => {
    inject('PutItem', { kind: 'error', code: 'ProvisionedThroughputExceededException' });
    await expect(gate().send(new PutItemCommand({ TableName, Item: key('GATE#e') }))).rejects.toMatchObject({
      name: 'ProvisionedThroughputExceededException',
    });
    expect((await get('GATE#e')).Item).toBeUndefined();
  });

  it('cancels a transaction for a conflict, as the SDK reads it', async () => {
    inject('TransactWriteItems', { kind: 'error', code: 'TransactionConflict' });
    const TransactItems = [{ Put: { TableName, Item: key('GATE#t') } }, { Put: { TableName, Item: key('GATE#u') } }];
    await expect(gate().send(new TransactWriteItemsCommand({ TransactItems }))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
    });
  });

  it('loses a reply after the call was performed', async () => {
    inject('PutItem', { kind: 'lost_reply' });
    await expect(gate().send(new PutItemCommand({ TableName, Item: key('GATE#l') }))).rejects.toThrow('socket hang up');
    expect((await get('GATE#l')).Item).toBeDefined();
    expect(aws.recorder.recent()[0]).toMatchObject({ operation: 'PutItem', error: 'lost_reply' });
  });

  it('cuts a connection before the call is performed', async () => {
    inject('PutItem', { kind: 'disconnect' });
    await expect(gate().send(new PutItemCommand({ TableName, Item: key('GATE#d') }))).rejects.toThrow('socket hang up');
    expect((await get('GATE#d')).Item).toBeUndefined();
  });

  it('delays a call', async () => {
    inject('GetItem', { kind: 'delay', milliseconds: 200 });
    const started = performance.now();
    await get('GATE#x');
    expect(performance.now() - started).toBeGreaterThan(190);
  });

  it('holds a call until its client gives up', async () => {
    inject('GetItem', { kind: 'hang' });
    const given = new AbortController();
    const hanging = gate().send(new GetItemCommand({ TableName, Key: key('GATE#x') }), { abortSignal: given.signal });
    setTimeout(() => given.abort(), 100);
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => aws.recorder.recent()).toMatchObject([{ operation: 'GetItem', status: 0, error: 'hang' }]);
  });

  it('leaves other functions and callers alone', async () => {
    inject('GetItem', { kind: 'disconnect' });
    await expect(
      aws.dynamodb('ops').send(new GetItemCommand({ TableName, Key: key('GATE#x') })),
    ).resolves.toBeDefined();
  });
});
