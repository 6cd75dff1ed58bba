import type { PolicyStatement } from '../../core/access/policy-statement.ts';
import type { PermissionRules } from '../../core/access/permission-rules.ts';
import { checkOperator } from './conditions.ts';
import { resolveVariables } from './patterns.ts';

/**
 * Throws when a statement holds what the evaluator cannot judge. A condition key without a value is
 * as good as met under `ForAllValues:`, so one that the local runtime never fills must stop the start.
 */
export function checkStatement(statement: PolicyStatement, { prefixes, conditionKeys }: PermissionRules): void {
  if (!statement.actions.some((action) => isDecided(action, prefixes))) return;
  const knownKeys = new Set(conditionKeys.map((key) => key.toLowerCase()));
  try {
    for (const text of [...statement.actions, ...statement.resources]) resolveVariables(text);
    for (const [operator, keys] of Object.entries(statement.conditions)) {
      checkOperator(operator);
      for (const [key, values] of Object.entries(keys)) {
        if (!knownKeys.has(key.toLowerCase())) throw new Error(`condition key ${key} is not supported`);
        for (const value of values) resolveVariables(value);
      }
    }
  } catch (error) {
    throw new Error(`policy statement ${statement.source}: ${(error as Error).message}`);
  }
}

/** Statements about services whose calls are not authorised here are never evaluated. */
function isDecided(action: string, prefixes: readonly string[]): boolean {
  const service = action.split(':')[0] ?? '';
  return service.includes('*') || prefixes.includes(service.toLowerCase());
}
