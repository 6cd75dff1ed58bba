import { describe, expect, it } from 'vitest';
import {
  createFrameMeter,
  largestFrame,
  largestMessage,
} from '../../../../services/apigateway-websocket/frame-meter.ts';

/** A masked frame as a client sends it; opcode 1 is text, 0 goes on with it, 9 is a ping. */
function frame(length: number, { opcode = 1, final = true } = {}): Buffer {
  const size = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const header = Buffer.alloc(2 + size + 4);
  header[0] = (final ? 0x80 : 0) | opcode;
  header[1] = 0x80 | (size === 0 ? length : size === 2 ? 126 : 127);
  if (size === 2) header.writeUInt16BE(length, 2);
  if (size === 8) header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, Buffer.alloc(length, 0xff)]);
}
const parts = (count: number) =>
  Array.from({ length: count }, (_, i) => frame(largestFrame, { opcode: i === 0 ? 1 : 0, final: i === count - 1 }));

describe('createFrameMeter', () => {
  it.each([0, 125, 126, largestFrame])('lets a frame of %i bytes through, and what follows it', (length) => {
    const isOver = createFrameMeter();
    expect(isOver(Buffer.concat([frame(length), frame(3), frame(length)]))).toBe(false);
  });

  it.each([largestFrame + 1, 65_535, 65_536, 2 ** 40])('refuses a frame of %i bytes by its header', (length) => {
    const header = frame(Math.min(length, 2 ** 20)).subarray(0, 14);
    if (length > 65_535) header.writeBigUInt64BE(BigInt(length), 2);
    expect(createFrameMeter()(header)).toBe(true);
  });

  it('adds up the frames of a message, pings between them aside', () => {
    const [first, ...rest] = parts(4);
    const ping = frame(100, { opcode: 9 });
    expect(createFrameMeter()(Buffer.concat([first ?? ping, ping, ...rest]))).toBe(false);
    expect(createFrameMeter()(Buffer.concat(parts(5)))).toBe(true);
    expect(largestMessage).toBe(4 * largestFrame);
  });

  it('begins anew with each message', () => {
    const isOver = createFrameMeter();
    expect([...parts(4), ...parts(4)].map(isOver)).not.toContain(true);
  });

  it('reads the same from single bytes', () => {
    const isOver = createFrameMeter();
    const bytes = Buffer.concat([frame(5), frame(300), frame(largestFrame + 1)]);
    const found = [...bytes].findIndex((byte) => isOver(Buffer.from([byte])));
    expect(found).toBe(frame(5).length + frame(300).length + 2 + 2 + 4 - 1);
  });
});
