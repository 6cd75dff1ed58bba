import type { PolicyStatement } from '../assembly/deployment.ts';
import { parseOperator } from './conditions.ts';
import { resolveVariables } from './patterns.ts';

/** Services whose calls are authorised locally; statements about others are never evaluated. */
const services = ['dynamodb', 'events', 'execute-api', 'iam', 'lambda', 'scheduler', 'ses', 'sqs', 'sts'];

/** Condition keys that local requests carry a value for, or lack for the reason that AWS's would lack it too. */
const knownKeys = new Set(
  [
    ...[
      'aws:PrincipalAccount',
      'aws:PrincipalArn',
      'aws:PrincipalIsAWSService',
      'aws:PrincipalServiceName',
      'aws:RequestedRegion',
    ],
    ...['aws:SecureTransport', 'aws:SourceAccount', 'aws:SourceArn'],
    ...[
      'dynamodb:EnclosingOperation',
      'dynamodb:LeadingKeys',
      'events:detail-type',
      'events:eventBusInvocation',
      'events:source',
    ],
    ...['iam:PassedToService', 'ses:FromAddress', 'ses:Recipients'],
  ].map((key) => key.toLowerCase()),
);

/**
 * Throws when a statement holds what the evaluator cannot judge. A condition key without a value is
 * as good as met under `ForAllValues:`, so one that the local runtime never fills must stop the start.
 */
export function checkStatement(statement: PolicyStatement): void {
  if (!statement.actions.some(isLocal)) return;
  try {
    for (const text of [...statement.actions, ...statement.resources]) resolveVariables(text);
    for (const [operator, keys] of Object.entries(statement.conditions)) {
      parseOperator(operator);
      for (const [key, values] of Object.entries(keys)) {
        if (!knownKeys.has(key.toLowerCase())) throw new Error(`condition key ${key} is not supported`);
        for (const value of values) resolveVariables(value);
      }
    }
  } catch (error) {
    throw new Error(`policy statement ${statement.source}: ${(error as Error).message}`);
  }
}

function isLocal(action: string): boolean {
  const service = action.split(':')[0] ?? '';
  return service.includes('*') || services.includes(service.toLowerCase());
}
