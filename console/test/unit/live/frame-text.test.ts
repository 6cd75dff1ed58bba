import { expect, it } from 'vitest';
import { parseFrame } from '../../../src/live/frame-text.ts';

it('reads a frame', () => {
  expect(parseFrame('{"type":"pong","cursor":"4"}')).toEqual({ type: 'pong', cursor: '4' });
});

it('takes what API Gateway says itself as an error that passes', () => {
  expect(parseFrame('{"message":"Internal server error"}')).toMatchObject({ type: 'error', code: 'unavailable' });
});

it.each(['', 'x', 'null', '7', undefined])('takes %j for no frame', (text) => {
  expect(parseFrame(text)).toBeUndefined();
});
