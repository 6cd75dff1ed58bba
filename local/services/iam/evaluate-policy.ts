import type { PolicyStatement } from '../../core/access/policy-statement.ts';
import { conditionHolds } from './conditions.ts';
import type { RequestContext } from './conditions.ts';
import { matchesPattern } from './patterns.ts';

export interface PolicyRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/** `none` when no statement speaks of the request: denied by default, unless another policy allows it. */
export type PolicyDecision =
  | { readonly effect: 'allow' | 'deny'; readonly statement: PolicyStatement }
  | { readonly effect: 'none' };

/**
 * What these statements say of a request; an explicit Deny wins over any Allow.
 * Actions are compared without regard to case, resources with it, as IAM does.
 * Principals are not looked at: the caller passes only statements that concern the principal.
 */
export function evaluatePolicy(statements: readonly PolicyStatement[], request: PolicyRequest): PolicyDecision {
  let allowing: PolicyStatement | undefined;
  for (const statement of statements) {
    if (!applies(statement, request)) continue;
    if (statement.effect === 'Deny') return { effect: 'deny', statement };
    allowing ??= statement;
  }
  return allowing === undefined ? { effect: 'none' } : { effect: 'allow', statement: allowing };
}

function applies(statement: PolicyStatement, { action, resource, context }: PolicyRequest): boolean {
  const wanted = action.toLowerCase();
  return (
    statement.actions.some((pattern) => matchesPattern(wanted, pattern.toLowerCase())) &&
    statement.resources.some((pattern) => matchesPattern(resource, pattern)) &&
    Object.entries(statement.conditions).every(([operator, keys]) =>
      Object.entries(keys).every(([key, written]) => conditionHolds(operator, key, written, context)),
    )
  );
}
