import { describe, expect, it } from 'vitest';
import type { SignatureCheck } from '../../../../core/access/signature-check.ts';
import type { SignedRequest } from '../../../../core/access/signed-request.ts';
import { createIamAuthorizer } from '../../../../services/apigateway/iam-authorizer.ts';
import { buildAuthorizer, buildDeployment } from '../../../../../test/builders/local-deployment.ts';
import { request } from '../../../builders/http-requests.ts';

const roleArn = 'arn:aws:iam::000000000000:role/ssc-local-order-service';
const principal = { type: 'role', roleArn, accessKeyId: 'order-service', label: 'order-service' } as const;
const credential = { accessKeyId: 'order-service', secretAccessKey: 'local', clock: 'real', principal } as const;
const verified: SignatureCheck = { verified: true, credential, service: 'execute-api', region: 'us-east-1' };
const api = { id: 'api1', name: 'api', path: 'Api', stageName: '$default', routes: [] };
const route = {
  key: 'POST /v1/{proxy+}',
  functionArn: 'arn:f',
  authorization: { type: 'AWS_IAM' as const },
  timeoutMilliseconds: 30_000,
};

function open(check: SignatureCheck = verified, refuses = false) {
  const authorizer = buildAuthorizer(() => refuses);
  const seen: SignedRequest[] = [];
  const verify = (signed: SignedRequest) => {
    seen.push(signed);
    return check;
  };
  const authorize = createIamAuthorizer(buildDeployment(), verify, authorizer);
  const ask = (overrides: Parameters<typeof request>[0] = {}) =>
    authorize(request({ method: 'POST', path: '/v1/a%20b', ...overrides }), { api, route, variables: {} });
  return { ask, seen, asked: authorizer.asked };
}

describe('createIamAuthorizer', () => {
  it('lets in who may invoke the request’s own method and path, and says who it is, as API Gateway does', () => {
    const { ask, asked } = open();
    const userArn = 'arn:aws:sts::000000000000:assumed-role/ssc-local-order-service/order-service';
    expect(ask()).toEqual({
      allowed: true,
      context: {
        iam: {
          accessKey: 'order-service',
          accountId: '000000000000',
          callerId: 'order-service:order-service',
          cognitoIdentity: null,
          principalOrgId: null,
          userArn,
          userId: 'order-service:order-service',
        },
      },
    });
    const resource = 'arn:aws:execute-api:us-east-1:000000000000:api1/$default/POST/v1/a%20b';
    expect(asked).toEqual([{ principal, action: 'execute-api:Invoke', resource, context: {} }]);
  });

  it.each([
    ['', '/v1/a%20b'],
    ['b=%2F&a', '/v1/a%20b?b=%2F&a'],
  ])('checks the signature over the request as it was sent, with the query %j', (queryString, url) => {
    const { ask, seen } = open();
    const body = Buffer.from('{}');
    ask({ queryString, body, headers: { host: 'h', 'x-own': 'y' } });
    expect(seen).toEqual([{ method: 'POST', url, headers: { host: 'h', 'x-own': 'y' }, body }]);
  });

  it('refuses what is not signed well, and asks no policy about it', () => {
    const { ask, asked } = open({
      verified: false,
      code: 'InvalidSignatureException',
      message: 'it differs',
      credential,
    });
    expect(ask()).toEqual({ allowed: false, reason: 'InvalidSignatureException: it differs' });
    expect(asked).toEqual([]);
  });

  it('refuses a signature for another service, which could be a replay of a call to it', () => {
    const { ask, asked } = open({ ...verified, service: 'dynamodb' });
    expect(ask()).toEqual({ allowed: false, reason: 'the signature is for the service dynamodb, not execute-api' });
    expect(asked).toEqual([]);
  });

  it('refuses who may not invoke it, with the reason for the log', () => {
    expect(open(verified, true).ask()).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('order-service may not execute-api:Invoke') as string,
    });
  });
});
