import { describe, expect, it } from 'vitest';
import {
  BadLocalRequest,
  clockBody,
  faultsBody,
  parseBody,
  tokenBody,
} from '../../../../infra/local/http/local-requests.ts';
import { request } from './requests.ts';

const withBody = (body: unknown) => request({ method: 'POST', body: Buffer.from(JSON.stringify(body)) });

describe('bodies of _local routes', () => {
  it('takes a token’s shops as a text or a list', () => {
    const shops = ['1:owner', '2:viewer'];
    expect(parseBody(withBody({ subject: 's', shops }), tokenBody).shops).toEqual(shops);
    expect(parseBody(withBody({ subject: 's', shops: '1:owner 2:viewer' }), tokenBody)).toEqual({
      subject: 's',
      shops,
      scope: 'ssc/seller',
      expiresInSeconds: 3_600,
    });
  });

  it.each([
    [{ shops: '1:owner' }, 'subject'],
    [{ subject: 's' }, 'shops'],
    [{ subject: 's', shops: '1' }, 'shops.0'],
    [{ subject: 's', shops: '1:boss' }, 'shops.0'],
    [{ subject: 's', shops: 7 }, 'shops'],
    [{ subject: 's', shops: [], scope: 1 }, 'scope'],
    [{ subject: 's', shops: [], expiresInSeconds: -1 }, 'expiresInSeconds'],
    [{ subject: 's', shops: [], more: 1 }, 'more'],
  ])('refuses the token request %j naming %s', (body, field) => {
    expect(() => parseBody(withBody(body), tokenBody)).toThrow(field);
  });

  it('moves the clock only forward', () => {
    expect(parseBody(withBody({ advanceSeconds: 0 }), clockBody)).toEqual({ advanceSeconds: 0 });
    expect(() => parseBody(withBody({ advanceSeconds: -1 }), clockBody)).toThrow('advanceSeconds');
  });

  it('takes faults whole or by the name of a kind or an AWS error', () => {
    const call = { service: 'dynamodb', operation: 'PutItem' };
    const delayed = {
      ...call,
      fault: { kind: 'delay', milliseconds: 5 },
      times: 2,
      probability: 0.5,
      function: 'gate',
    };
    expect(
      parseBody(withBody([delayed, { ...call, fault: 'hang' }, { ...call, fault: 'TransactionConflict' }]), faultsBody),
    ).toEqual([
      delayed,
      { ...call, fault: { kind: 'hang' } },
      { ...call, fault: { kind: 'error', code: 'TransactionConflict' } },
    ]);
  });

  it('refuses an unknown fault, naming its place', () => {
    const body = [{ service: 'dynamodb', operation: '*', fault: { kind: 'explode' } }];
    expect(() => parseBody(withBody(body), faultsBody)).toThrow(/0\.fault.*hang/);
  });

  it('refuses what is no JSON', () => {
    expect(() => parseBody(request({ body: Buffer.from('{') }), clockBody)).toThrow(BadLocalRequest);
  });
});
