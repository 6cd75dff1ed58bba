import { describe, expect, it } from 'vitest';
import { digestAttributes, digestBody } from '../../../../services/sqs/digest.ts';

describe('digestBody', () => {
  it('hashes the UTF-8 of a body', () => {
    expect(digestBody('This is a test message')).toBe('fafb00f5732ab283681e124bf8747ed1');
  });
});

describe('digestAttributes', () => {
  it('does not depend on the order of attributes', () => {
    const one = { DataType: 'String', StringValue: '1' };
    const two = { DataType: 'Number', StringValue: '2' };
    expect(digestAttributes({ a: one, b: two })).toBe(digestAttributes({ b: two, a: one }));
    expect(digestAttributes({ a: one, b: two })).not.toBe(digestAttributes({ a: two, b: one }));
  });
});
