import type { Account } from '../../core/assembly/resource.ts';
import { callerArn } from '../iam/authorizer.ts';
import type { SignatureVerifier } from '../../core/access/signature-check.ts';
import type { Authorizer } from '../../core/access/access-request.ts';
import type { HttpRequest } from '../../core/http-front-end/http-request.ts';
import type { RouteMatch } from './route-table.ts';

export type IamAnswer =
  | { readonly allowed: true; readonly context: { readonly iam: unknown } }
  | { readonly allowed: false; readonly reason: string };

export type IamAuthorizer = (request: HttpRequest, match: RouteMatch) => IamAnswer;

/**
 * API Gateway's IAM authorization: a signature for `execute-api`, then the caller's right to `execute-api:Invoke` on
 * `<api>/<stage>/<METHOD>/<path>`, with the request's own method and path.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html
 */
export function createIamAuthorizer(
  deployment: Account,
  verifySignature: SignatureVerifier,
  authorizer: Authorizer,
): IamAuthorizer {
  const { account, region } = deployment;
  return (request, { api }) => {
    const check = verifySignature({
      method: request.method,
      url: request.queryString === '' ? request.path : `${request.path}?${request.queryString}`,
      headers: request.headers,
      body: request.body,
    });
    if (!check.verified) return { allowed: false, reason: `${check.code}: ${check.message}` };
    if (check.service !== 'execute-api') {
      return { allowed: false, reason: `the signature is for the service ${check.service}, not execute-api` };
    }
    const { principal, accessKeyId } = check.credential;
    const resource = `arn:aws:execute-api:${region}:${account}:${api.id}/${api.stageName}/${request.method}${request.path}`;
    const answer = authorizer.decide({ principal, action: 'execute-api:Invoke', resource, context: {} });
    if (!answer.allowed) return { allowed: false, reason: answer.message };
    return { allowed: true, context: { iam: describeCaller(account, accessKeyId, callerArn(principal, account)) } };
  };
}

/** On AWS the ID before the colon is the role's; here its access key, which names the caller. */
function describeCaller(accountId: string, accessKey: string, userArn: string): object {
  const userId = `${accessKey}:${userArn.split('/').at(-1)}`;
  return { accessKey, accountId, callerId: userId, cognitoIdentity: null, principalOrgId: null, userArn, userId };
}
