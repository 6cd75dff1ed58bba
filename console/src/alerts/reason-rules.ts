import type { Schemas } from '../../../clients/seller-client.ts';
import type { WordKey } from '../words/word-keys.ts';

/** Codes of the risk systems in words of the console, and the figures of this shop that stand behind each. */

const reasons = [
  'abusive_review',
  'address_mismatch',
  'bulk_purchase',
  'empty_package_claim',
  'false_claim_pattern',
  'high_cancellation_rate',
  'high_refund_rate',
  'high_return_rate',
  'high_risk_buyer',
  'item_not_received_claims',
  'linked_accounts',
  'linked_to_risky_accounts',
  'malicious_refund',
  'new_account',
  'order_inside_block',
  'payment_risk',
  'promotion_abuse',
  'repeated_cancellations',
  'repeated_refund_claims',
  'reseller_pattern',
  'stolen_payment_method',
  'suspicious_address',
  'suspicious_device',
  'undeliverable_address',
  'unusual_order_volume',
  'used_item_returned',
  'wrong_item_returned',
] as const;

const refusals = [
  'already_cancelled',
  'already_delivered',
  'already_packed',
  'already_refunded',
  'already_shipped',
  'evidence_missing',
  'other',
  'packing_started',
] as const;

const categories = [
  'abusive_review',
  'account_takeover',
  'malicious_refund',
  'payment_fraud',
  'promotion_abuse',
] as const;

/** Nothing for a code that is new: the API has words for it, in English. */
export function reasonWord(code: string): WordKey | undefined {
  const known = reasons.find((one) => one === code);
  return known && `alerts.reason.${known}`;
}

export function refusalWord(code: string | undefined): WordKey | undefined {
  const known = refusals.find((one) => one === code);
  return known && `alerts.refusal.${known}`;
}

export function categoryWord(category: string | undefined): WordKey {
  return `alerts.category.${categories.find((one) => one === category) ?? 'other'}`;
}

type History = Schemas['BuyerHistory'];
type Figure = 'cancellations' | 'refunds' | 'linked' | 'orders' | 'earlier';

const figures: Readonly<Record<string, Figure>> = {
  bulk_purchase: 'orders',
  empty_package_claim: 'refunds',
  false_claim_pattern: 'refunds',
  high_cancellation_rate: 'cancellations',
  high_refund_rate: 'refunds',
  high_return_rate: 'refunds',
  high_risk_buyer: 'earlier',
  item_not_received_claims: 'refunds',
  linked_accounts: 'linked',
  linked_to_risky_accounts: 'linked',
  new_account: 'orders',
  repeated_cancellations: 'cancellations',
  repeated_refund_claims: 'refunds',
  reseller_pattern: 'orders',
  unusual_order_volume: 'orders',
  used_item_returned: 'refunds',
  wrong_item_returned: 'refunds',
};

/** What this shop's own figures say to a reason; nothing where they say nothing. */
export function figureOf(
  code: string,
  history: History | undefined,
): { readonly word: WordKey; readonly values: Readonly<Record<keyof History, number>> } | undefined {
  const figure = Object.hasOwn(figures, code) ? figures[code] : undefined;
  return figure && history && { word: `alerts.figure.${figure}`, values: history };
}
