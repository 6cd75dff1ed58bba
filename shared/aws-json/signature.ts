import { createHmac, hash } from 'node:crypto';

/** Environment variables, read anew at every call, so that renewed credentials are used from the next call on. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Scope {
  /** `YYYYMMDD`. */
  readonly day: string;
  readonly region: string;
  readonly service: string;
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/** Names and values one after the other, as `node:http` takes them, with those of the signature among them. */
export type SignedHeaders = readonly string[];
/** @param target of the JSON protocol, e.g. `DynamoDB_20120810.GetItem`. */
export type Signer = (target: string, body: string) => SignedHeaders;

const contentType = 'application/x-amz-json-1.0';

/**
 * Signs requests of AWS's JSON protocol, always `POST /`, with Signature Version 4.
 *
 * @param host as it stands in the `Host` header, with its port if it is not the scheme's own.
 * @throws Error from the signer when the environment holds no credentials.
 */
export function createSigner(
  service: string,
  region: string,
  host: string,
  environment: Environment,
  now: () => number = () => Date.now(),
): Signer {
  const stampOf = stampEachSecond();
  const keyOf = keyEachDay(region, service);
  return (target, body) => {
    const { accessKeyId, secretAccessKey, sessionToken } = readCredentials(environment);
    const stamp = stampOf(now());
    const day = stamp.slice(0, 8);
    const token = sessionToken === undefined ? '' : `x-amz-security-token:${sessionToken}\n`;
    const signed = `content-type;host;x-amz-date;${token === '' ? '' : 'x-amz-security-token;'}x-amz-target`;
    const headers = `content-type:${contentType}\nhost:${host}\nx-amz-date:${stamp}\n${token}x-amz-target:${target}\n`;
    const signature = sign(headers, signed, body, stamp, { day, region, service }, keyOf(secretAccessKey, day));
    const list = [
      'Host',
      host,
      'Content-Type',
      contentType,
      'X-Amz-Target',
      target,
      'X-Amz-Date',
      stamp,
      'Authorization',
      `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${day}/${region}/${service}/aws4_request, SignedHeaders=${signed}, Signature=${signature}`,
      'Content-Length',
      String(Buffer.byteLength(body)),
    ];
    if (sessionToken !== undefined) list.push('X-Amz-Security-Token', sessionToken);
    return list;
  };
}

/**
 * The signature of a `POST /`, in hexadecimal.
 *
 * @param canonicalHeaders `name:value\n` each, names in lower case and sorted, values trimmed.
 * @param signedHeaders their names, separated by semicolons.
 * @param stamp `YYYYMMDDTHHMMSSZ`.
 */
export function sign(
  canonicalHeaders: string,
  signedHeaders: string,
  body: string,
  stamp: string,
  { day, region, service }: Scope,
  key: Buffer,
): string {
  const canonical = `POST\n/\n\n${canonicalHeaders}\n${signedHeaders}\n${hash('sha256', body, 'hex')}`;
  const text = `AWS4-HMAC-SHA256\n${stamp}\n${day}/${region}/${service}/aws4_request\n${hash('sha256', canonical, 'hex')}`;
  return createHmac('sha256', key).update(text).digest('hex');
}

/** The key that signs for one day, region and service. */
export function signingKey(secretAccessKey: string, { day, region, service }: Scope): Buffer {
  let key = hmac(`AWS4${secretAccessKey}`, day);
  for (const part of [region, service, 'aws4_request']) key = hmac(key, part);
  return key;
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function readCredentials(environment: Environment): Credentials {
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey) {
    throw Object.assign(new Error('The environment holds no AWS credentials.'), { name: 'CredentialsProviderError' });
  }
  return { accessKeyId, secretAccessKey, sessionToken: environment['AWS_SESSION_TOKEN'] || undefined };
}

/** Deriving the key takes four hashes; it changes with the day and with renewed credentials. */
function keyEachDay(region: string, service: string): (secretAccessKey: string, day: string) => Buffer {
  let [lastSecret, lastDay] = ['', ''];
  let key: Buffer = Buffer.alloc(0);
  return (secretAccessKey, day) => {
    if (secretAccessKey !== lastSecret || day !== lastDay) {
      key = signingKey(secretAccessKey, { day, region, service });
      [lastSecret, lastDay] = [secretAccessKey, day];
    }
    return key;
  };
}

function stampEachSecond(): (now: number) => string {
  let [second, stamp] = [Number.NaN, ''];
  return (now) => {
    const current = Math.floor(now / 1000);
    if (current !== second) {
      second = current;
      stamp = new Date(current * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
    }
    return stamp;
  };
}
