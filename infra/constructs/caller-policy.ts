import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/**
 * What one caller may do with the resources of one stack. It stands beside those resources and not beside the role,
 * which must exist before them: the bus's policy names it.
 */
export class CallerPolicy extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { role, statements }: { readonly role: IRole; readonly statements: readonly PolicyStatement[] },
  ) {
    super(scope, id);
    new Policy(this, 'Policy', { roles: [role], statements: [...statements] });
  }
}

/** One allowing statement. */
export function allow(
  actions: string[],
  resources: string[],
  conditions: Record<string, Record<string, string | string[]>> = {},
): PolicyStatement {
  return new PolicyStatement({ actions, resources, conditions });
}
