import { describe, expect, it } from 'vitest';
import { contentTypeOf } from '../../../../services/s3/content-types.ts';

describe('contentTypeOf', () => {
  it.each([
    ['index.html', 'text/html'],
    ['assets/app-1a2b.js', 'text/javascript'],
    ['assets/FONT.WOFF2', 'font/woff2'],
    ['no-extension', 'binary/octet-stream'],
    ['app.js.map', 'binary/octet-stream'],
  ])('is of %s %s', (file, type) => expect(contentTypeOf(file)).toBe(type));
});
