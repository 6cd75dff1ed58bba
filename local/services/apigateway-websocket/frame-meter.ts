/** API Gateway's quotas for what a client sends, in bytes. Neither can be raised. */
export const largestFrame = 32 * 1024;
export const largestMessage = 128 * 1024;

const control = 0x8;

interface FrameHeader {
  /** Bytes before the payload. */
  readonly length: number;
  readonly payload: number;
  readonly final: boolean;
  readonly control: boolean;
}

/**
 * Reads the frame headers in a client's bytes as they arrive (RFC 6455, section 5.2); true once a frame or a message is
 * over its quota. The WebSocket server has no limit on single frames, on which a client that works here would fail on AWS.
 */
export function createFrameMeter(): (chunk: Uint8Array) => boolean {
  let unread: Buffer = Buffer.alloc(0);
  let payloadToCome = 0;
  let message = 0;
  return (chunk) => {
    unread = Buffer.concat([unread, chunk]);
    for (;;) {
      const passed = Math.min(payloadToCome, unread.length);
      payloadToCome -= passed;
      unread = unread.subarray(passed);
      const header = payloadToCome > 0 ? undefined : readHeader(unread);
      if (header === undefined) return false;
      unread = unread.subarray(header.length);
      payloadToCome = header.payload;
      if (header.control) continue;
      message += header.payload;
      if (header.payload > largestFrame || message > largestMessage) return true;
      if (header.final) message = 0;
    }
  };
}

/** Undefined while it is not whole. */
function readHeader(bytes: Buffer): FrameHeader | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  const short = second & 0x7f;
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
  const length = 2 + extended + (second >= 0x80 ? 4 : 0);
  if (bytes.length < length) return undefined;
  const payload = extended === 0 ? short : extended === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return { length, payload, final: first >= 0x80, control: (first & control) !== 0 };
}
