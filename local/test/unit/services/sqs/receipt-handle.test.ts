import { describe, expect, it } from 'vitest';
import { readReceiptHandle, writeReceiptHandle } from '../../../../services/sqs/receipt-handle.ts';

describe('a receipt handle', () => {
  it('says which receiving of which message it is of', () => {
    const receipts = [
      { messageId: 'm-1', receiveCount: 1 },
      { messageId: 'm-1', receiveCount: 2 },
    ];
    const handles = receipts.map(writeReceiptHandle);
    expect(handles.map(readReceiptHandle)).toEqual(receipts);
    for (const handle of handles) expect(handle).toMatch(/^[\w-]+$/);
  });

  it.each(['', 'm-1', 'm-1/x', '/1'])('is none of ours when it holds %j', (text) => {
    expect(readReceiptHandle(Buffer.from(text).toString('base64url'))).toBeUndefined();
  });
});
