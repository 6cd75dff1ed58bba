import { describe, expect, it } from 'vitest';
import { compileMessageFilter } from '../../../../../services/lambda/event-sources/message-filter.ts';
import { buildMapping } from '../../../../../../test/builders/local-deployment.ts';

type Filters = ReturnType<typeof buildMapping>['filters'];

const passes = (body: string, ...filters: Filters) =>
  compileMessageFilter(
    buildMapping({ filters }),
    'us-east-1',
  )({
    messageId: 'm-1',
    receiptHandle: 'r-1',
    body,
    attributes: { SenderId: 'local' },
    messageAttributes: { kind: { DataType: 'String', StringValue: 'order' } },
  });

describe('compileMessageFilter', () => {
  it('passes everything where there is no filter', () => {
    expect(passes('whatever')).toBe(true);
  });

  it.each<[string, object, string, boolean]>([
    ['fields of a body in JSON', { body: { a: [1] } }, '{"a":1,"b":2}', true],
    ['other fields of it', { body: { a: [1] } }, '{"a":2}', false],
    ['a list in JSON, element by element', { body: { a: [1] } }, '[{"a":2},{"a":1}]', true],
    ['a body of text by fields', { body: { a: [{ exists: false }] } }, 'text', false],
    ['a bare value by fields', { body: { a: [{ exists: false }] } }, '5', false],
    ['a body of text', { body: [{ prefix: 'te' }] }, 'text', true],
    ['another body of text', { body: [{ prefix: 'te' }] }, 'other', false],
    ['a body in JSON by its text', { body: [{ prefix: '{' }] }, '{"a":1}', false],
    ['what stands beside the body, whatever that is', { attributes: { SenderId: ['local'] } }, '{"a":1}', true],
    ['an ID', { messageId: ['m-2'] }, 'text', false],
    ['an attribute as the function gets it', { messageAttributes: { kind: { stringValue: ['order'] } } }, 'text', true],
    ['an attribute as the queue keeps it', { messageAttributes: { kind: { StringValue: ['order'] } } }, 'text', false],
    ['where it comes from', { eventSource: ['aws:sqs'], awsRegion: ['us-east-1'] }, 'text', true],
    ['body and attribute together', { body: { a: [1] }, attributes: { SenderId: ['other'] } }, '{"a":1}', false],
  ])('looks at %s', (_, filter, body, expected) => {
    expect(passes(body, filter as Filters[number])).toBe(expected);
  });

  it('passes what any of several filters matches', () => {
    const filters = [{ body: { a: [1] } }, { body: ['text'] }];
    expect(['{"a":1}', 'text', '{"a":2}'].map((body) => passes(body, ...filters))).toEqual([true, true, false]);
  });

  it('names mapping, filter and field of what is no pattern', () => {
    expect(() => passes('', { messageId: ['m'] }, { body: { a: 'x' } })).toThrow(
      'Test/Mapping filter 2.body.a must be an object',
    );
  });
});
