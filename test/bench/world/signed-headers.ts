import { createHash, createHmac } from 'node:crypto';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const keyed = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Headers of a POST that one of the local callers signs; good for as many sends as are wanted within some minutes. */
export function signedHeaders(caller: string, url: string, body: string): Readonly<Record<string, string>> {
  const { host, pathname } = new URL(url);
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = [stamp.slice(0, 8), 'us-east-1', 'execute-api', 'aws4_request'];
  const key = scope.reduce<string | Buffer>(keyed, 'AWS4local');
  const names = 'host;x-amz-date';
  const canonical = `POST\n${pathname}\n\nhost:${host}\nx-amz-date:${stamp}\n\n${names}\n${hash(body)}`;
  const text = `AWS4-HMAC-SHA256\n${stamp}\n${scope.join('/')}\n${hash(canonical)}`;
  const signature = keyed(key, text).toString('hex');
  return {
    host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'x-amz-date': stamp,
    authorization: `AWS4-HMAC-SHA256 Credential=${caller}/${scope.join('/')}, SignedHeaders=${names}, Signature=${signature}`,
  };
}
