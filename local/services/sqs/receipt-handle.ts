/** Which receiving of which message a consumer holds. */
export interface Receipt {
  readonly messageId: string;
  /** The message's receive count at that time: it tells the latest receipt from older ones, also after a restart. */
  readonly receiveCount: number;
}

/** Opaque to consumers, and nothing to look up: the queue holds no receipts. */
export function writeReceiptHandle(receipt: Receipt): string {
  return Buffer.from(`${receipt.messageId}/${receipt.receiveCount}`).toString('base64url');
}

/** The receipt of a handle, or undefined when it is none of ours. */
export function readReceiptHandle(handle: string): Receipt | undefined {
  const [messageId, count] = Buffer.from(handle, 'base64url').toString().split('/');
  if (!messageId || !/^\d+$/.test(count ?? '')) return undefined;
  return { messageId, receiveCount: Number(count) };
}
