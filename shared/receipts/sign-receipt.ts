import { createHash } from 'node:crypto';
import { receipt, receiptType } from '../contracts/receipt.ts';
import { AppError } from '../kernel/errors.ts';
import { toWaiverReply } from '../waivers/reply.ts';
import type { Waiver } from '../waivers/rules.ts';
import { base64url, joseSignature } from './jose-rules.ts';
import { grantedAt, issueFields } from './receipt-rules.ts';
import type { Issue } from './receipt-rules.ts';

/** Signs with a key that nobody can read. */
export interface ReceiptSigner {
  readonly keyId: string;
  /**
   * @param digest SHA-256 of what is signed.
   * @returns an ECDSA signature in DER.
   */
  sign(digest: Uint8Array): Promise<Uint8Array>;
}

/**
 * The receipt of a granted waiver as a compact JWS (RFC 7515), signed anew each time.
 *
 * @throws AppError `not_found` for an absent waiver, and for one that is not granted.
 */
export async function signReceipt(signer: ReceiptSigner, waiver: Waiver | undefined, issue: Issue): Promise<string> {
  const granted = waiver && grantedAt(waiver);
  if (!waiver) throw new AppError('not_found', 'This shop has no waiver for that.');
  if (granted === undefined)
    throw new AppError('not_found', `The waiver is ${waiver.status}: only a granted one has a receipt.`);
  // Parsed, so that nothing is ever signed that the contract does not know.
  const payload = receipt.parse({ ...issueFields(issue, granted), ...toWaiverReply(waiver) });
  const header = { alg: 'ES256', kid: signer.keyId, typ: receiptType };
  const signed = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(payload))}`;
  const signature = await signer.sign(createHash('sha256').update(signed).digest());
  return `${signed}.${base64url(joseSignature(signature))}`;
}
