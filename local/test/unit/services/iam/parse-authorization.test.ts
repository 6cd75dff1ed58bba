import { describe, expect, it } from 'vitest';
import { parseAuthorization, parseTimestamp } from '../../../../services/iam/parse-authorization.ts';

const scope = '20261122/us-east-1/sqs/aws4_request';
const header = (credential: string, rest = 'SignedHeaders=host;x-amz-date, Signature=abc=') =>
  `AWS4-HMAC-SHA256 Credential=${credential}, ${rest}`;

describe('parseAuthorization', () => {
  it('reads the parts of a header, also of keys that hold a slash, and without blanks', () => {
    const parts = {
      accessKeyId: 'ops',
      date: '20261122',
      region: 'us-east-1',
      service: 'sqs',
      signedHeaders: ['host', 'x-amz-date'],
      signature: 'abc=',
    };
    expect(parseAuthorization(header(`ops/${scope}`))).toEqual(parts);
    expect(parseAuthorization(header(`ops/${scope}`).replaceAll(', ', ','))).toEqual(parts);
    expect(parseAuthorization(header(`a/b/${scope}`))).toMatchObject({ accessKeyId: 'a/b' });
  });

  it.each([
    ['Bearer token', "'algorithm': 'Bearer'"],
    ['', "'algorithm': ''"],
    ['AWS4-HMAC-SHA256 SignedHeaders=host, Signature=a', "requires 'Credential'"],
    [header(`ops/${scope}`, 'Signature=a'), "requires 'SignedHeaders'"],
    [header(`ops/${scope}`, 'SignedHeaders=host, Signature='), "requires 'Signature'"],
    [header(scope), 'Credential must have the form'],
    [header('ops/20261122/us-east-1/sqs/aws5_request'), 'Credential must have the form'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(parseAuthorization(text)).toContain(problem);
  });
});

describe('parseTimestamp', () => {
  it('reads a time of the day, and nothing else', () => {
    expect(parseTimestamp('20261122T120001Z')).toBe(Date.parse('2026-11-22T12:00:01.000Z'));
    for (const text of ['2026-11-22T12:00:01Z', '20261122T120001', '20261122', ''])
      expect(parseTimestamp(text), text).toBeUndefined();
  });
});
