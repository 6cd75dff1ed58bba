import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ApiLogRole } from '../constructs/api-log-role.ts';

/**
 * What an account has once in a region, for all stages there: the same template whichever stage is deployed. It comes
 * before the stages, so that the role is known everywhere by the time that an API logs by it.
 */
export class AccountStack extends Stack {
  constructor(scope: Construct) {
    const stackName = 'ssc-account';
    super(scope, stackName, { stackName, description: 'Seller Security Center: what all stages share' });
    new ApiLogRole(this, 'ApiLogs');
  }
}
