import { createHash, createHmac } from 'node:crypto';

type Headers = Record<string, string | number>;

/** Signature Version 4 for DynamoDB calls to one host; the key, which lasts a day, is derived once. */
export function createSigner(host: string): (target: string, body: string) => Headers {
  const accessKeyId = process.env['AWS_ACCESS_KEY_ID'] ?? '';
  const secret = process.env['AWS_SECRET_ACCESS_KEY'] ?? '';
  const token = process.env['AWS_SESSION_TOKEN'] ?? '';
  const region = process.env['AWS_REGION'] ?? '';
  let day = '';
  let key = Buffer.alloc(0);
  return (target, body) => {
    const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
    if (!stamp.startsWith(day) || day === '') {
      day = stamp.slice(0, 8);
      key = ['dynamodb', 'aws4_request'].reduce(hmac, hmac(hmac(Buffer.from(`AWS4${secret}`), day), region));
    }
    const names = 'host;x-amz-date;x-amz-security-token;x-amz-target';
    const canonical = `POST\n/\n\nhost:${host}\nx-amz-date:${stamp}\nx-amz-security-token:${token}\nx-amz-target:${target}\n\n${names}\n${sha256(body)}`;
    const scope = `${day}/${region}/dynamodb/aws4_request`;
    const signature = createHmac('sha256', key)
      .update(`AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(canonical)}`)
      .digest('hex');
    return {
      host,
      'content-type': 'application/x-amz-json-1.0',
      'content-length': Buffer.byteLength(body),
      'x-amz-date': stamp,
      'x-amz-security-token': token,
      'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    };
  };
}

const hmac = (key: Buffer, text: string): Buffer<ArrayBuffer> =>
  createHmac('sha256', key).update(text).digest() as Buffer<ArrayBuffer>;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
