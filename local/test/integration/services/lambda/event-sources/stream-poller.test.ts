import { describe, expect, it } from 'vitest';
import { javaIsPresent } from '../../../../../core/engines/dynamodb-local.ts';
import { discarded, makeFolder, openStream as open, print, table } from '../../../../builders/open-stream.ts';
import { patient } from '../../../../../../test/builders/patience.ts';

describe.each(
  javaIsPresent() ? (['dynoxide', 'dynamodb-local'] as const) : (['dynoxide'] as const),
)('createStreamPoller on %s', (kind) => {
  it('gives a function the records of the table in order, and tells removals by time to live', {
    timeout: 120_000,
  }, async () => {
    const { poller, sweeper, clock, printed, put, remove } = await open(print, { kind });
    poller.start();
    const now = Math.floor(clock.now() / 1000);
    await put('a', now + 60);
    await put('b', now + 60);
    await put('kept', now + 7_200);
    await put('d');
    await remove('d');
    expect(await sweeper.sweep()).toBe(0);
    clock.advance(61);
    await remove('b');
    expect(await sweeper.sweep()).toBe(1);
    await expect
      .poll(() => printed, patient)
      .toEqual([
        'INSERT a -',
        'INSERT b -',
        'INSERT kept -',
        'INSERT d -',
        'REMOVE d -',
        'REMOVE b -',
        'REMOVE a dynamodb.amazonaws.com',
      ]);
  });
});

describe('createStreamPoller', () => {
  it('passes only what its filters match', async () => {
    const filters = [
      {
        eventName: ['REMOVE'],
        userIdentity: { principalId: ['dynamodb.amazonaws.com'] },
        dynamodb: { Keys: { sk: { S: [{ prefix: 'BLOCK#' }] } } },
      },
    ];
    const { poller, sweeper, printed, put } = await open(print, { mapping: { filters } });
    poller.start();
    const passed = Math.floor(Date.now() / 1000) - 10;
    await put('BLOCK#1', passed);
    await put('OTHER#1', passed);
    expect(await sweeper.sweep()).toBe(2);
    await put('after');
    await expect.poll(() => printed, patient).toEqual(['REMOVE BLOCK#1 dynamodb.amazonaws.com']);
  });

  it('bisects, retries, and tells its destination where the bad record lies', async () => {
    const code = `export const handler = async ({ Records }) => {
      if (Records.some((r) => r.dynamodb.Keys.sk.S === 'bad')) throw new Error('no');
      for (const r of Records) console.log(r.dynamodb.Keys.sk.S);
    };`;
    const mapping = { bisectOnError: true, maximumRetryAttempts: 1, onFailureArn: discarded.arn };
    const { poller, queues, printed, put } = await open(code, { mapping });
    for (const sk of ['1', '2', 'bad', '3']) await put(sk);
    poller.start();
    await expect.poll(() => printed.filter((line) => line.length === 1), patient).toEqual(['1', '2', '3']);
    const [message] = queues.receive(discarded.arn, 10);
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      version: '1.0',
      requestContext: {
        condition: 'RetryAttemptsExhausted',
        functionArn: expect.stringContaining('ssc-local-sample') as unknown,
        approximateInvokeCount: 2,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      DDBStreamBatchInfo: { batchSize: 1, streamArn: table.streamArn },
    });
    expect(message?.body).not.toContain('bad');
  });

  it('goes on after a restart behind what was done, and loses nothing', async () => {
    const folder = makeFolder();
    const first = await open(print, { folder });
    first.poller.start();
    await first.put('1');
    await expect.poll(() => first.printed, patient).toEqual(['INSERT 1 -']);
    await first.poller.close();
    await first.put('2');
    await first.close();
    const second = await open(print, { folder });
    second.poller.start();
    await second.put('3');
    await expect.poll(() => second.printed, patient).toEqual(['INSERT 2 -', 'INSERT 3 -']);
  });

  it('begins behind what is there with LATEST, also when it is restarted before the first record', async () => {
    const folder = makeFolder();
    const mapping = { startingPosition: 'LATEST' } as const;
    const first = await open(print, { folder, mapping });
    await first.put('before');
    first.poller.start();
    await new Promise((wake) => setTimeout(wake, 300));
    await first.poller.close();
    await first.put('meanwhile');
    await first.close();
    const second = await open(print, { folder, mapping });
    second.poller.start();
    await expect.poll(() => second.printed, patient).toEqual(['INSERT meanwhile -']);
  });

  it('works hundreds of records in batches', async () => {
    const { poller, printed, put } = await open(
      'export const handler = async ({ Records }) => console.log(Records.length);',
      { mapping: { batchSize: 100 } },
    );
    for (let n = 0; n < 500; n += 50) await Promise.all(Array.from({ length: 50 }, (_, i) => put(String(n + i))));
    poller.start();
    await expect.poll(() => printed.reduce((sum, line) => sum + Number(line), 0), patient).toBe(500);
    expect(printed.length).toBeLessThan(15);
  });

  it('does not start when the role may not read the stream or reach the destination', async () => {
    const { poller } = await open(print, {
      mapping: { onFailureArn: discarded.arn },
      refuses: (request) => request.action === 'dynamodb:GetRecords' || request.action === 'sqs:SendMessage',
    });
    expect(() => poller.start()).toThrow(/may not dynamodb:GetRecords on .*stream.*; .*may not sqs:SendMessage/);
  });
});
