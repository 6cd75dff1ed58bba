import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import type { SignedRequest } from '../../../../core/access/signed-request.ts';
import type { Credential } from '../../../../core/access/signature-check.ts';
import { createSignatureVerifier } from '../../../../services/iam/verify-signature.ts';
import type { LocalClock } from '../../../../core/state/clock.ts';

class Sha256 {
  private readonly hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', typeof secret === 'string' ? secret : Buffer.from(secret as ArrayBuffer));
  }
  update(data: string | Uint8Array): void {
    this.hash.update(data);
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.hash.digest()));
  }
  reset(): void {}
}

const now = Date.UTC(2026, 10, 20, 12);
const credentialOf = (accessKeyId: string, clock: Credential['clock']): Credential => ({
  accessKeyId,
  secretAccessKey: 'local',
  clock,
  principal: { type: 'role', roleArn: 'arn', accessKeyId, label: accessKeyId },
});
const all = [credentialOf('ops', 'real'), credentialOf('fn-gate', 'local')];

function setUp() {
  let offset = 0;
  const listeners: (() => void)[] = [];
  const clock: LocalClock = {
    now: () => now + offset,
    realNow: () => now,
    sharedOffset: new Float64Array(new SharedArrayBuffer(8)),
    advance: (seconds) => {
      offset += seconds * 1000;
      for (const listener of listeners) listener();
    },
    onAdvance: (listener) => listeners.push(listener),
  };
  const credentials = {
    find: (id: string) => all.find(({ accessKeyId }) => accessKeyId === id),
    forFunction: () => ({ accessKeyId: '', secretAccessKey: '' }),
  };
  return { clock, verify: createSignatureVerifier({ credentials, clock, region: 'us-east-1' }) };
}

interface SignOptions {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly at?: number;
  readonly path?: string;
  readonly query?: Record<string, string | string[]>;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** Signs as the AWS SDK does. */
async function sign({
  accessKeyId = 'ops',
  secretAccessKey = 'local',
  at = now,
  path = '/v1/a',
  query = {},
  body = '{}',
  headers = {},
}: SignOptions): Promise<SignedRequest> {
  const signer = new SignatureV4({
    service: 'execute-api',
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey },
    sha256: Sha256 as never,
  });
  const request = {
    method: 'POST',
    protocol: 'http:',
    hostname: '127.0.0.1',
    port: 3000,
    path,
    query,
    headers: { host: '127.0.0.1:3000', ...headers },
    body,
  };
  const signed = await signer.sign(request, { signingDate: new Date(at) });
  const parameters = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  return {
    method: 'POST',
    url: path + (parameters.length > 0 ? `?${parameters.join('&')}` : ''),
    headers: signed.headers,
    body: Buffer.from(body),
  };
}

describe('createSignatureVerifier', () => {
  it.each<[string, SignOptions]>([
    ['a plain request', {}],
    ['an encoded path', { path: '/v1/blocks/a%20b%2Fc/d' }],
    ['a path with a trailing slash', { path: '/v1/a/' }],
    ['a query, sorted by name and value', { query: { b: ['2', '1'], a: 'x y/&=', '': '' } }],
    ['headers with runs of spaces', { headers: { 'x-test': '  a   b ' } }],
    ['an empty body', { body: '' }],
    ['a body that stays unsigned by its own word', { headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }],
  ])('verifies %s as the SDK signs it', async (_, options) => {
    expect(setUp().verify(await sign(options))).toMatchObject({
      verified: true,
      service: 'execute-api',
      credential: { accessKeyId: 'ops' },
    });
  });

  it('verifies the example of AWS’s test suite (get-vanilla)', () => {
    const credential = {
      ...credentialOf('AKIDEXAMPLE', 'real'),
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    };
    const now = Date.UTC(2015, 7, 30, 12, 36);
    const clock = { ...setUp().clock, now: () => now, realNow: () => now };
    const verify = createSignatureVerifier({
      credentials: { find: () => credential, forFunction: () => credential },
      clock,
      region: 'us-east-1',
    });
    const authorization =
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31';
    const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z', authorization };
    expect(verify({ method: 'GET', url: '/', headers, body: new Uint8Array() }).verified).toBe(true);
  });

  it.each<[string, (request: SignedRequest) => SignedRequest]>([
    ['body', (request) => ({ ...request, body: Buffer.from('{"a":1}') })],
    ['path', (request) => ({ ...request, url: '/v1/b' })],
    ['query', (request) => ({ ...request, url: `${request.url}?a=1` })],
    ['method', (request) => ({ ...request, method: 'GET' })],
    ['host', (request) => ({ ...request, headers: { ...request.headers, host: 'elsewhere' } })],
  ])('refuses another %s than the one signed', async (_, change) => {
    expect(setUp().verify(change(await sign({})))).toMatchObject({
      verified: false,
      code: 'InvalidSignatureException',
    });
  });

  it('refuses a wrong secret, an unknown key, a missing and a broken header', async () => {
    const { verify } = setUp();
    const request = await sign({});
    const withHeader = (authorization: string | undefined) => ({
      ...request,
      headers: { ...request.headers, authorization },
    });
    expect(verify(await sign({ secretAccessKey: 'wrong' }))).toMatchObject({ code: 'InvalidSignatureException' });
    expect(verify(await sign({ accessKeyId: 'nobody' }))).toMatchObject({ code: 'UnrecognizedClientException' });
    expect(verify(withHeader(undefined))).toMatchObject({ code: 'MissingAuthenticationTokenException' });
    expect(verify(withHeader('Bearer abc'))).toMatchObject({ code: 'IncompleteSignatureException' });
    expect(verify(withHeader('AWS4-HMAC-SHA256 Credential=ops/x, SignedHeaders=host, Signature=00'))).toMatchObject({
      code: 'IncompleteSignatureException',
    });
  });

  it('refuses what was signed more than five minutes ago or ahead', async () => {
    const { verify } = setUp();
    expect(verify(await sign({ at: now - 299_000 })).verified).toBe(true);
    expect(verify(await sign({ at: now - 301_000 })).verified).toBe(false);
    expect(verify(await sign({ at: now + 301_000 })).verified).toBe(false);
  });

  it('holds callers to the machine’s time and functions to the local clock', async () => {
    const { verify, clock } = setUp();
    clock.advance(86_400);
    expect(verify(await sign({ accessKeyId: 'ops' })).verified).toBe(true);
    expect(verify(await sign({ accessKeyId: 'ops', at: now + 86_400_000 })).verified).toBe(false);
    expect(verify(await sign({ accessKeyId: 'fn-gate', at: now + 86_400_000 })).verified).toBe(true);
  });

  it('accepts what a function signed just before the clock was moved', async () => {
    const { verify, clock } = setUp();
    const request = await sign({ accessKeyId: 'fn-gate' });
    clock.advance(86_400);
    expect(verify(request).verified).toBe(true);
    clock.advance(86_400);
    expect(verify(request)).toMatchObject({ verified: false, credential: { clock: 'local' } });
  });
});
