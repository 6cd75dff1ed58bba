import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { AppError } from '../kernel/errors.ts';

/**
 * Who signed a request that the IAM authorizer has let in: role and session, e.g. `ssc-prod-ops/ada`.
 *
 * @throws AppError `unauthenticated` when nobody did.
 */
export function callerOf(event: APIGatewayProxyEventV2): string {
  const { authorizer } = event.requestContext as { authorizer?: { iam?: { userArn?: string } } };
  const arn = authorizer?.iam?.userArn;
  if (!arn) throw new AppError('unauthenticated', 'Sign the request.');
  return arn.split('/').slice(1).join('/') || arn;
}
