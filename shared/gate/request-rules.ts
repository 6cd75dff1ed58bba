import { isRequired, oneOfRule, typeRule } from '../http/message-rules.ts';
import type { FieldError } from '../kernel/errors.ts';
import { idPattern } from '../kernel/ids.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import { amountPattern, amountRule, currencyPattern, currencyRule, zerosInFront } from '../kernel/words/amounts.ts';
import type { Check, OrderAmount } from './rules.ts';
import type { GateAction } from '../kernel/words/gate.ts';
import { checksRule, defaultAction, gateActions, mostChecks } from '../kernel/words/gate.ts';

/** The one text for every denial, also for refusals of the order service's own: it says nothing about a shop or a list. */
export const buyerMessage = 'This order cannot be placed right now. Please contact customer support.';

export interface GateRequest {
  readonly checkoutId?: string | undefined;
  readonly checks: readonly Check[];
}

export type ParsedGateRequest =
  | { readonly type: 'valid'; readonly request: GateRequest }
  | { readonly type: 'invalid'; readonly errors: readonly FieldError[] };

const idRule = 'must be 1 to 64 characters of A-Z, a-z, 0-9, _ and -';
const actionRule = oneOfRule(gateActions);

/**
 * Reads a request as `gateRequest` of the contract does, to the same values and the same errors in the same order:
 * the schema library alone would be larger than the gate and slower than its read. A property test holds the two together.
 */
export function parseGateRequest(value: unknown): ParsedGateRequest {
  if (!isObject(value)) return { type: 'invalid', errors: [wrongType('body', 'object', value)] };
  const errors: FieldError[] = [];
  const { checkoutId, checks } = value;
  if (checkoutId !== undefined) readId(checkoutId, 'checkoutId', errors);
  const read = readChecks(checks, errors);
  for (const name in value) if (name !== 'checkoutId' && name !== 'checks') errors.push(unknown(name));
  if (errors.length > 0) return { type: 'invalid', errors };
  const request = 'checkoutId' in value ? { checkoutId: checkoutId as string, checks: read } : { checks: read };
  return { type: 'valid', request };
}

function readChecks(checks: unknown, errors: FieldError[]): readonly Check[] {
  if (!Array.isArray(checks)) {
    errors.push(wrongType('checks', 'array', checks));
    return [];
  }
  if (checks.length < 1 || checks.length > mostChecks) {
    errors.push({ path: 'checks', message: checksRule });
    return [];
  }
  return checks.map((check: unknown, index) => readCheck(check, index, errors));
}

function readCheck(check: unknown, index: number, errors: FieldError[]): Check {
  const nobody: Check = { shopId: '', buyerId: '', action: defaultAction };
  if (!isObject(check)) {
    errors.push(wrongType(`checks.${index}`, 'object', check));
    return nobody;
  }
  const { shopId, buyerId, action = defaultAction, amount } = check;
  const before = errors.length;
  if (!isId(shopId)) readId(shopId, `checks.${index}.shopId`, errors);
  if (!isId(buyerId)) readId(buyerId, `checks.${index}.buyerId`, errors);
  if (!isAction(action)) errors.push({ path: `checks.${index}.action`, message: actionRule });
  const worth = amount === undefined ? undefined : readAmount(amount, `checks.${index}.amount`, errors);
  for (const name in check) if (!isOfCheck(name)) errors.push(unknown(`checks.${index}.${name}`));
  if (errors.length > before) return nobody;
  const read = { shopId: shopId as ShopId, buyerId: buyerId as BuyerId, action: action as GateAction };
  return worth === undefined ? read : { ...read, amount: worth };
}

function isOfCheck(name: string): boolean {
  return name === 'shopId' || name === 'buyerId' || name === 'action' || name === 'amount';
}

function readAmount(amount: unknown, path: string, errors: FieldError[]): OrderAmount | undefined {
  if (!isObject(amount)) {
    errors.push(wrongType(path, 'object', amount));
    return undefined;
  }
  const { value, currency } = amount;
  const plain = typeof value === 'string' ? value.replace(zerosInFront, '') : value;
  readText(plain, `${path}.value`, amountPattern, amountRule, errors);
  readText(currency, `${path}.currency`, currencyPattern, currencyRule, errors);
  for (const name in amount) if (name !== 'value' && name !== 'currency') errors.push(unknown(`${path}.${name}`));
  return { value: plain as string, currency: currency as string };
}

function readText(value: unknown, path: string, pattern: RegExp, rule: string, errors: FieldError[]): void {
  if (typeof value !== 'string') errors.push(wrongType(path, 'string', value));
  else if (!pattern.test(value)) errors.push({ path, message: rule });
}

function readId(value: unknown, path: string, errors: FieldError[]): void {
  readText(value, path, idPattern, idRule, errors);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value);
}

function isAction(value: unknown): value is GateAction {
  return value === 'place_order' || value === 'message' || value === 'request_after_sales';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknown(path: string): FieldError {
  return { path, message: 'is not a known field' };
}

function wrongType(path: string, expected: string, value: unknown): FieldError {
  return { path, message: value === undefined ? isRequired : typeRule(expected) };
}
