import { readFileSync } from 'node:fs';
import { verifyReceipt } from '../clients/receipt-verifier.ts';
import type { ReceiptCheck, WhyInvalid } from '../clients/receipt-verifier.ts';
import type { Receipt } from '../shared/contracts/receipt.ts';
import { OpsError } from './ops-error.ts';
import { renderTable } from './text-table.ts';
import type { VerifyReceiptOptions } from './verify-receipt-options.ts';

const sentences: Readonly<Record<WhyInvalid, string>> = {
  no_receipt: 'This is no receipt: three parts of base64url are expected, with dots in between.',
  not_of_this_kind: 'This is no receipt of a waiver that this version knows.',
  unknown_key: 'The keys do not hold the one that it names. Read them again from the stage that issued it.',
  wrong_signature: 'It is not what was signed: changed since, or signed by somebody else.',
};

/** @returns whether the receipt is valid. */
export async function checkReceipt(
  { receipt, keys, json }: VerifyReceiptOptions,
  write: (line: string) => void,
): Promise<boolean> {
  const check = await verifyReceipt(readText(receipt, 'receipt'), readJson(keys));
  if (!check.isValid) write(`NOT VALID. ${sentences[check.why]}${namedKey(check)}`);
  else if (json) write(JSON.stringify(check.receipt));
  else write(`VALID. Signed by the key ${check.keyId}.\n${renderTable(factsOf(check.receipt))}`);
  return check.isValid;
}

function namedKey({ keyId }: ReceiptCheck): string {
  return keyId === undefined ? '' : ` The key: ${keyId}.`;
}

function factsOf(receipt: Receipt): readonly (readonly string[])[] {
  const { issuer, issuedAt, shopId, subjectType, subjectId, tag, termsVersion, requestedAt, grantedAt } = receipt;
  return [
    ['issuer', `${issuer}, ${issuedAt}`],
    ['shop', shopId],
    ['waived', subjectType === 'order' ? `cancelling order ${subjectId}` : `rejecting refund ${subjectId}`],
    ['requested', requestedAt],
    ['granted', grantedAt],
    ['terms', termsVersion],
    ['flagged', `${tag.flaggedAt}, alert ${tag.alertId}`],
    ...tag.reasons.map(({ code, text }) => ['reason', `${code}: ${text}`]),
    ...receipt.steps.map(({ status, at, by }) => ['step', `${at} ${status}${by === undefined ? '' : ` by ${by}`}`]),
  ];
}

function readText(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new OpsError(`The file of the ${what} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function readJson(path: string): unknown {
  const text = readText(path, 'keys');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new OpsError(`${path} holds no JSON: GET /v1/waiver-keys answers the keys.`, { cause: error });
  }
}
