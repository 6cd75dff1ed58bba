import { matchesPattern, resolveVariables } from './patterns.ts';

/** Values of a request by condition key; keys are compared without regard to case, as IAM does. */
export type RequestContext = Readonly<Record<string, readonly string[]>>;

type Comparison = (requested: string, written: string) => boolean;

const literal: Comparison = (requested, written) => requested === resolveVariables(written);
const like: Comparison = (requested, written) => matchesPattern(requested, written);
/** Each of an ARN's six parts is matched by itself, so a wildcard does not reach over a colon of the first five. */
const arn: Comparison = (requested, written) => {
  const [one, other] = [splitArn(requested), splitArn(written)];
  return one.length === 6 && other.length === 6 && one.every((part, index) => matchesPattern(part, other[index] ?? ''));
};
const ignoringCase: Comparison = (requested, written) =>
  requested.toLowerCase() === resolveVariables(written).toLowerCase();

const operators: Readonly<Record<string, { readonly compare: Comparison; readonly negated: boolean }>> = {
  StringEquals: { compare: literal, negated: false },
  StringNotEquals: { compare: literal, negated: true },
  StringEqualsIgnoreCase: { compare: ignoringCase, negated: false },
  StringLike: { compare: like, negated: false },
  StringNotLike: { compare: like, negated: true },
  // IAM documents ArnEquals and ArnLike as the same: both take wildcards.
  ArnEquals: { compare: arn, negated: false },
  ArnLike: { compare: arn, negated: false },
  ArnNotEquals: { compare: arn, negated: true },
  ArnNotLike: { compare: arn, negated: true },
  Bool: { compare: ignoringCase, negated: false },
};

interface ParsedOperator {
  readonly compare: Comparison;
  readonly negated: boolean;
  readonly set: 'all' | 'any' | undefined;
  readonly ifExists: boolean;
}

/** Throws for an operator that the evaluator does not know. */
export function checkOperator(operator: string): void {
  if (operator !== 'Null') parseOperator(operator);
}

function parseOperator(operator: string): ParsedOperator {
  const [, set, name, ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const known = name !== undefined && Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (known === undefined) throw new Error(`condition operator ${operator} is not supported`);
  return {
    ...known,
    set: set === 'ForAllValues' ? 'all' : set === 'ForAnyValue' ? 'any' : undefined,
    ifExists: ifExists !== undefined,
  };
}

/**
 * Whether one operator's line of a condition holds.
 * An absent key fails, except with a negated operator, with `…IfExists` and with `ForAllValues:`
 * (vacuously true), as IAM's pages on condition operators and on multivalued keys say.
 */
export function conditionHolds(
  operator: string,
  key: string,
  written: readonly string[],
  context: RequestContext,
): boolean {
  const requested = valuesOf(context, key);
  if (operator === 'Null') return written.some((absent) => (absent === 'true') === (requested.length === 0));
  const { compare, negated, set, ifExists } = parseOperator(operator);
  const one = (value: string): boolean => written.some((candidate) => compare(value, candidate)) !== negated;
  if (set === 'all') return requested.every(one);
  if (set === 'any') return requested.some(one);
  if (requested.length === 0) return ifExists || negated;
  return negated ? requested.every(one) : requested.some(one);
}

function valuesOf(context: RequestContext, key: string): readonly string[] {
  const wanted = key.toLowerCase();
  const name = Object.keys(context).find((candidate) => candidate.toLowerCase() === wanted);
  return name === undefined ? [] : (context[name] ?? []);
}

/** The sixth part keeps its colons. */
function splitArn(value: string): readonly string[] {
  const parts = value.split(':');
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
