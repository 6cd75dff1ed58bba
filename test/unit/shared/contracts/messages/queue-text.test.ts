import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toQueueText } from '../../../../../shared/contracts/messages/queue-text.ts';
import { readMessage } from '../../../../../local/services/sqs/input.ts';

const anyText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom('\uffff', '\ufffe', '\u0000', '\u001f', '\ud800', '\udfff', '\u{1f469}', '\t', '\n', '"', '\\'),
  ),
});

describe('a text for a queue', () => {
  it.each([
    ['a\uffffb', 'a\\uffffb'],
    ['\ufffe', '\\ufffe'],
    ['\u0000\u000b\u001f', '\\u0000\\u000b\\u001f'],
    ['\ud83d', '\\ud83d'],
    ['\udc69\ud83d', '\\udc69\\ud83d'],
    // These are taken as they are.
    ['\t\r\n \u007f\u0085\ufffd\u{1f469}\u{1ffff}', '\t\r\n \u007f\u0085\ufffd\u{1f469}\u{1ffff}'],
  ])('of %j is %j', (text, expected) => {
    expect(toQueueText(text)).toBe(expected);
  });

  it('is taken by the queue whatever it holds, and means the same where it is JSON', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const raw = JSON.stringify({ text });
        const body = toQueueText(raw);
        expect(readMessage({ MessageBody: body }).body).toBe(body);
        expect(JSON.parse(body)).toEqual({ text });
      }),
    );
  });
});
