import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSigner, sign, signingKey } from '../../../../shared/aws-json/signature.ts';
import type { SignedHeaders } from '../../../../shared/aws-json/signature.ts';

/** Of AWS's published test suite and documentation. */
const exampleSecret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const scope = { day: '20150830', region: 'us-east-1', service: 'service' };
const stamp = '20150830T123600Z';
const host = 'host:example.amazonaws.com\n';
const date = `x-amz-date:${stamp}\n`;

const noon = Date.parse('2026-11-22T12:00:00.400Z');
const environment = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: exampleSecret };
const target = 'DynamoDB_20120810.GetItem';

function toObject(headers: SignedHeaders): Record<string, string> {
  const pairs = headers.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), headers[index + 1]]] : []));
  return Object.fromEntries(pairs) as Record<string, string>;
}

class Sha256 {
  readonly #digest: { update(data: Uint8Array): unknown; digest(): Buffer };
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#digest = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as string);
  }
  update(data: Uint8Array): void {
    this.#digest.update(data);
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#digest.digest());
  }
}

/** What the SDK's signer writes for the same request at the same time. */
async function bySdk(headers: Record<string, string>, body: string, region: string, at: number, token?: string) {
  const {
    authorization: _,
    'content-length': _length,
    'x-amz-date': _date,
    'x-amz-security-token': _token,
    ...rest
  } = headers;
  const signer = new SignatureV4({
    service: 'dynamodb',
    region,
    sha256: Sha256,
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID,
      secretAccessKey: exampleSecret,
      ...(token === undefined ? {} : { sessionToken: token }),
    },
    applyChecksum: false,
  });
  const request = { method: 'POST', protocol: 'https:', hostname: 'h', path: '/', query: {}, headers: rest, body };
  return (await signer.sign(request, { signingDate: new Date(at) })).headers;
}

describe('the signature', () => {
  it.each([
    [
      'post-vanilla',
      host + date,
      'host;x-amz-date',
      '',
      '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    ],
    [
      'post-header-key-sort',
      `${host}my-header1:value1\n${date}`,
      'host;my-header1;x-amz-date',
      '',
      'c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c',
    ],
    [
      'post-x-www-form-urlencoded',
      `content-type:application/x-www-form-urlencoded\n${host}${date}`,
      'content-type;host;x-amz-date',
      'Param1=value1',
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
  ])('is that of %s in the published test suite', (_, headers, signed, body, expected) => {
    expect(sign(headers, signed, body, stamp, scope, signingKey(exampleSecret, scope))).toBe(expected);
  });

  it('derives the key of the published example', () => {
    expect(signingKey(exampleSecret, { ...scope, service: 'iam' }).toString('hex')).toBe(
      'c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9',
    );
  });
});

describe('the signer', () => {
  it("signs as the SDK's signer does, for any body, region, time and session", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
        fc.constantFrom('us-east-1', 'eu-west-3', 'cn-north-1'),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.option(fc.stringMatching(/^[A-Za-z0-9+/=]{1,40}$/), { nil: undefined }),
        async (body, region, at, token) => {
          const session = token === undefined ? {} : { AWS_SESSION_TOKEN: token };
          const signer = createSigner('dynamodb', region, 'h:8000', { ...environment, ...session }, () => at.getTime());
          const headers = toObject(signer(target, body));
          const expected = await bySdk(headers, body, region, at.getTime(), token);
          expect(headers['authorization']).toBe(expected['authorization']);
          expect(headers['x-amz-date']).toBe(expected['x-amz-date']);
          expect(headers['x-amz-security-token']).toBe(token);
        },
      ),
    );
  });

  it('counts the body in bytes', () => {
    const headers = toObject(createSigner('dynamodb', 'r', 'h', environment)(target, '"ä€"'));
    expect(headers).toMatchObject({ 'content-length': '7', 'content-type': 'application/x-amz-json-1.0' });
  });

  it('takes renewed credentials from the next call on, and a new day', async () => {
    const renewed: Record<string, string> = { ...environment, AWS_SESSION_TOKEN: 'one' };
    let at = noon;
    const signer = createSigner('dynamodb', 'us-east-1', 'h', renewed, () => at);
    const first = toObject(signer(target, '{}'));
    expect(toObject(signer(target, '{}'))).toEqual(first);
    Object.assign(renewed, { AWS_ACCESS_KEY_ID: 'OTHER', AWS_SECRET_ACCESS_KEY: 'other', AWS_SESSION_TOKEN: 'two' });
    const second = toObject(signer(target, '{}'));
    expect(second['authorization']).toContain('Credential=OTHER/20261122/');
    expect(second['x-amz-security-token']).toBe('two');
    Object.assign(renewed, environment, { AWS_SESSION_TOKEN: '' });
    at += 86_400_000;
    const third = toObject(signer(target, '{}'));
    expect(third).not.toHaveProperty('x-amz-security-token');
    expect(third['authorization']).toBe((await bySdk(third, '{}', 'us-east-1', at))['authorization']);
  });

  it.each([
    {},
    { AWS_ACCESS_KEY_ID: 'a' },
    { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: 's' },
  ])('refuses to sign without credentials: %j', (missing) => {
    expect(() => createSigner('dynamodb', 'r', 'h', missing)(target, '{}')).toThrow(/no AWS credentials/);
  });
});
