import { describe, expect, it } from 'vitest';
import { parseCorrections } from '../../../ops/corrections.ts';

describe('a file of corrections', () => {
  it('has a body for each dead letter, as text or as JSON, or nothing for one to be dropped', () => {
    const text =
      '{"queue":"q","messageId":"1","body":"a"}\n\n{"messageId":"2","body":{"b":1}}\n{"messageId":"3","body":null}\n';
    expect([...parseCorrections('f', text)]).toEqual([
      ['1', 'a'],
      ['2', '{"b":1}'],
      ['3', null],
    ]);
  });

  it.each([
    ['{', 'line 2: is no JSON'],
    ['4', 'line 2: is no JSON object'],
    ['{"body":"x"}', 'line 2: has no messageId'],
    ['{"messageId":"2"}', 'line 2: has no body'],
    ['{"messageId":"2","body":""}', 'line 2: has no body'],
    ['{"messageId":"1","body":"x"}', 'line 2: names the dead letter 1 a second time'],
  ])('is refused as a whole when a line is %s', (line, message) => {
    expect(() => parseCorrections('f', `{"messageId":"1","body":"a"}\n${line}`)).toThrow(message);
  });
});
