import { describe, expect, it } from 'vitest';
import { acceptsGzip } from '../../../../shared/http/accepted-encoding.ts';

describe('acceptsGzip', () => {
  it.each([
    'gzip',
    'GZIP',
    'x-gzip',
    '*',
    'br;q=1.0, gzip;q=0.8, *;q=0.1',
    'deflate , gzip ; q=0.001',
    'identity, *;q=0.5',
  ])('takes %s', (header) => expect(acceptsGzip(header)).toBe(true));

  it.each([
    undefined,
    '',
    'identity',
    'br, deflate',
    'gzip;q=0',
    'gzip; Q=0.000',
    '*;q=0',
    'gzip;q=0, *',
    'gzip;q=x',
    'gzipped',
  ])('does not take %s', (header) => expect(acceptsGzip(header)).toBe(false));
});
