import { compactVerify, createLocalJWKSet } from 'jose';
import { describe, expect, it } from 'vitest';
import { useEndpoint } from '../../../../local/test/builders/open-endpoint.ts';
import { systemClock } from '../../../../shared/kernel/clock.ts';
import { createReceiptSigner, readPublicKey } from '../../../../shared/receipts/key-client.ts';
import { createKeySet } from '../../../../shared/receipts/key-set.ts';
import { signReceipt } from '../../../../shared/receipts/sign-receipt.ts';
import { waiverKeysRoute } from '../../../../shared/public/waiver-keys-route.ts';
import { buildGrantedWaiver, issue } from '../../../builders/items/receipt.ts';
import { callRoute } from '../../../builders/worlds/seller-api.ts';

describe('receipts and their keys, over KMS', () => {
  const aws = useEndpoint();
  const kms = () => aws.kms(aws.functionKeys('ssc-local-gate'));
  const keySetOf = (...ids: readonly string[]) =>
    createKeySet(
      ids.map((id) => aws.keyArn(id)),
      (arn) => readPublicKey(kms(), arn),
      systemClock,
    );
  const receiptBy = (id: string) =>
    signReceipt(createReceiptSigner(kms(), aws.keyArn(id)), buildGrantedWaiver(), issue);
  const verified = async (receipt: string, keys: Awaited<ReturnType<ReturnType<typeof keySetOf>['read']>>) =>
    (await compactVerify(receipt, createLocalJWKSet({ keys: keys.map((key) => ({ ...key })) }))).protectedHeader.kid;

  it('stay valid when another key signs, which is found in the same set', async () => {
    const before = await receiptBy('PresentKey');
    const keys = await keySetOf('RetiredKey', 'PresentKey').read();
    expect(await verified(before, keys)).toMatch(/PresentKey/);
    expect(keys.map(({ kid }) => kid)).toEqual([
      expect.stringMatching(/RetiredKey/),
      expect.stringMatching(/PresentKey/),
    ]);
    await expect(verified(before, await keySetOf('RetiredKey').read())).rejects.toThrow();
  });

  it('are answered with what may be kept, and by 304 to who has them', async () => {
    const route = waiverKeysRoute({ keySet: keySetOf('PresentKey', 'RetiredKey') });
    const first = await callRoute(route, { path: '/v1/waiver-keys' });
    expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'public, max-age=300' } });
    const etag = String(first.headers['etag']);
    expect(await callRoute(route, { path: '/v1/waiver-keys', headers: { 'if-none-match': etag } })).toMatchObject({
      status: 304,
      headers: { etag, 'cache-control': 'public, max-age=300' },
    });
    const other = waiverKeysRoute({ keySet: keySetOf('RetiredKey', 'PresentKey') });
    expect((await callRoute(other, { path: '/v1/waiver-keys' })).headers['etag']).not.toBe(etag);
  });

  it('are unavailable while KMS is, and say nothing of why', async () => {
    const fault = { kind: 'error', code: 'KMSInternalException', status: 500 } as const;
    aws.faults.add([
      { service: 'kms', operation: 'Sign', fault },
      { service: 'kms', operation: 'GetPublicKey', fault },
    ]);
    await expect(receiptBy('PresentKey')).rejects.toMatchObject({ code: 'unavailable' });
    const route = waiverKeysRoute({ keySet: keySetOf('PresentKey') });
    const answer = await callRoute(route, { path: '/v1/waiver-keys' });
    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'unavailable' },
      headers: { 'cache-control': 'no-store' },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/KMS|arn:/);
  });
});
