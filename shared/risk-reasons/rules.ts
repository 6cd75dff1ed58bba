/** Codes that the risk systems are known to use, and our own, in words for a seller. */
const texts: Readonly<Record<string, string>> = {
  high_cancellation_rate: 'This buyer cancels unusually many of their orders.',
  high_refund_rate: 'This buyer asks for a refund unusually often.',
  high_return_rate: 'This buyer returns unusually many of their orders.',
  repeated_cancellations: 'This buyer has cancelled several orders one after the other.',
  repeated_refund_claims: 'This buyer has made similar claims on several orders.',
  linked_to_risky_accounts: 'Other accounts of the same person were found to be risky.',
  linked_accounts: 'The same person seems to use several accounts.',
  new_account: 'The account is new and has hardly any history.',
  unusual_order_volume: 'The buyer orders far more than others do.',
  bulk_purchase: 'The order looks like a bulk purchase for reselling.',
  reseller_pattern: 'The order looks like a purchase for reselling.',
  promotion_abuse: 'The buyer seems to abuse a promotion.',
  payment_risk: 'The payment looks risky.',
  stolen_payment_method: 'The payment method may belong to somebody else.',
  address_mismatch: 'The delivery address does not fit the buyer.',
  suspicious_address: 'The delivery address was involved in fraud before.',
  undeliverable_address: 'Deliveries to this address have failed before.',
  suspicious_device: 'The device was involved in fraud before.',
  false_claim_pattern: 'The claim resembles earlier claims that were false.',
  empty_package_claim: 'The buyer claims that the package was empty.',
  item_not_received_claims: 'This buyer has often claimed that nothing arrived.',
  wrong_item_returned: 'This buyer has returned other items than those they bought.',
  used_item_returned: 'This buyer has returned items that they had used.',
  malicious_refund: 'The refund request was found to be malicious.',
  abusive_review: 'The review was found to be abusive.',
  high_risk_buyer: 'The buyer is judged to be a high risk.',
  order_inside_block: 'The order was placed while a block of your shop was in force that covers it.',
};

/** A reason in plain words; of a code that is not known its own words. */
export function reasonText(code: string): string {
  return Object.hasOwn(texts, code) ? (texts[code] as string) : wordsOf(code);
}

/** Codes of the risk systems with their words. */
export function toReasons(codes: readonly string[]): { code: string; text: string }[] {
  return codes.map((code) => ({ code, text: reasonText(code) }));
}

/** Codes with which order and refund services are known to refuse. */
const refusalTexts: Readonly<Record<string, string>> = {
  already_packed: 'The order is packed already.',
  packing_started: 'The order is being packed already.',
  already_shipped: 'The order is on its way already.',
  already_delivered: 'The order is delivered already.',
  already_cancelled: 'The order was cancelled before.',
  already_refunded: 'The refund was paid before.',
  evidence_missing: 'The rejection needs evidence.',
  other: 'It was not possible; the reason is not shown here.',
};

/** Why an order or refund service refused, in plain words; of a code that is not known its own words. */
export function refusalText(code: string): string {
  return Object.hasOwn(refusalTexts, code) ? (refusalTexts[code] as string) : wordsOf(code);
}

function wordsOf(code: string): string {
  const words = code.split('_').filter((word) => word !== '');
  const [first = 'Other', ...rest] = words;
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')}.`;
}
