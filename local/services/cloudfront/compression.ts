import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { StoredObject } from '../s3/deploy-files.ts';

/** Of CloudFront's list, what a console can hold. */
const compressible =
  /^(text\/(css|html|javascript|plain|xml)|application\/(json|manifest\+json|wasm)|image\/(svg\+xml|vnd\.microsoft\.icon))$/;
/** CloudFront compresses objects of these sizes, in bytes. */
const [smallest, largest] = [1_000, 10_000_000];

type Encoding = 'br' | 'gzip';
export interface CompressedBody {
  readonly encoding: Encoding;
  readonly body: Buffer;
}

/**
 * Compresses as CloudFront does: Brotli before gzip, where the client takes it, each object once.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
export function createCompression(): (object: StoredObject, accepted: string) => CompressedBody | undefined {
  const known = new Map<string, Buffer>();
  return ({ body, contentType, etag }, accepted) => {
    const takes = accepted.split(',').map((one) => one.split(';')[0]?.trim());
    const encoding = (['br', 'gzip'] as const).find((one) => takes.includes(one));
    if (encoding === undefined || !compressible.test(contentType)) return undefined;
    if (body.length < smallest || body.length > largest) return undefined;
    const key = `${encoding} ${etag}`;
    const compressed = known.get(key) ?? compress(encoding, body);
    known.set(key, compressed);
    return { encoding, body: compressed };
  };
}

function compress(encoding: Encoding, body: Buffer): Buffer {
  if (encoding === 'gzip') return gzipSync(body);
  // As quick as gzip, and smaller: the highest quality takes seconds.
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
