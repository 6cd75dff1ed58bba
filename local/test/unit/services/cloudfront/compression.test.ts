import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createCompression } from '../../../../services/cloudfront/compression.ts';

const object = (text: string, contentType = 'text/javascript') => ({
  body: Buffer.from(text),
  contentType,
  etag: `"${text.length}"`,
});
const long = object('const a = 1;'.repeat(200));

describe('createCompression', () => {
  const compress = createCompression();

  it('prefers Brotli, and makes it once', () => {
    const first = compress(long, 'gzip, deflate, br;q=0.9');
    expect(first?.encoding).toBe('br');
    expect(brotliDecompressSync(first?.body ?? '')).toEqual(long.body);
    expect(compress(long, 'br')?.body).toBe(first?.body);
  });

  it('makes gzip for who takes no Brotli', () => {
    const made = compress(long, 'gzip');
    expect([made?.encoding, gunzipSync(made?.body ?? '')]).toEqual(['gzip', long.body]);
  });

  it.each([
    ['is not asked for', long, ''],
    ['is small', object('a'), 'br'],
    ['is a picture', object('a'.repeat(2_000), 'image/png'), 'br'],
  ])('leaves what %s', (_, file, accepted) => expect(compress(file, accepted)).toBeUndefined());
});
