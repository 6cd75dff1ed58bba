import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';

export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken?: string;
  /** As in the credential's scope, e.g. `execute-api`. */
  readonly service: string;
  /** `us-east-1` without it, where the local product is. */
  readonly region?: string;
}

/** A caller of the local contract, whose secret everybody knows. */
export function localSigner(caller: string, service = 'execute-api'): Signer {
  return { accessKeyId: caller, secretAccessKey: 'local', service };
}

export interface UnsignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** The headers with which this request is signed by Signature Version 4, made by the library that AWS's own SDK uses. */
export async function signedHeaders(signer: Signer, request: UnsignedRequest): Promise<Record<string, string>> {
  const { protocol, hostname, port, host, pathname, searchParams } = request.url;
  const { service, region = 'us-east-1', ...credentials } = signer;
  const signature = new SignatureV4({ credentials, service, region, sha256: NodeSha256 });
  const { headers } = await signature.sign({
    method: request.method,
    protocol,
    hostname,
    port: Number(port),
    path: pathname,
    query: Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
    headers: { host, ...(request.body !== undefined && { 'content-type': 'application/json' }), ...request.headers },
    body: request.body,
  });
  return headers;
}

export interface SignedInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** `fetch` with Signature Version 4. */
export async function signedFetch(signer: Signer, url: string, init: SignedInit = {}): Promise<Response> {
  const body = init.body === undefined || typeof init.body === 'string' ? init.body : JSON.stringify(init.body);
  const method = init.method ?? (body === undefined ? 'GET' : 'POST');
  const headers = await signedHeaders(signer, { method, url: new URL(url), headers: init.headers ?? {}, body });
  return fetch(url, {
    method,
    headers,
    ...(body !== undefined && { body }),
    ...(init.signal && { signal: init.signal }),
  });
}

type HashInput = string | ArrayBuffer | ArrayBufferView;

/** SHA-256, keyed with a secret, in the form that the signer asks for. */
class NodeSha256 {
  private readonly secret: Buffer | undefined;
  private hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;

  constructor(secret?: HashInput) {
    this.secret = secret === undefined ? undefined : toBuffer(secret);
    this.hash = this.start();
  }

  update(data: HashInput): void {
    this.hash.update(toBuffer(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }

  reset(): void {
    this.hash = this.start();
  }

  private start() {
    return this.secret ? createHmac('sha256', this.secret) : createHash('sha256');
  }
}

function toBuffer(data: HashInput): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}
