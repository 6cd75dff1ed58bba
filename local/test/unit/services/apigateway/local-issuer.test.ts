import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../../deployment.ts';
import { audienceOf, templateIssuer, withIssuerOn } from '../../../../services/apigateway/local-issuer.ts';
import { buildDeployment } from '../../../../../test/builders/local-deployment.ts';

function deploymentWith(issuer: string): Deployment {
  const common = { functionArn: 'arn', timeoutMilliseconds: 1 };
  const jwt = { type: 'JWT' as const, issuer, audience: ['sellers'], scopes: [] };
  const routes = [
    { ...common, key: '$default', authorization: { type: 'NONE' as const } },
    { ...common, key: 'GET /a', authorization: jwt },
  ];
  return buildDeployment({ httpApis: [{ id: 'a', name: 'a', path: 'a', stageName: '$default', routes }] });
}
const issuersOf = (deployment: Deployment) =>
  deployment.httpApis.flatMap(({ routes }) =>
    routes.flatMap(({ authorization }) => (authorization.type === 'JWT' ? [authorization.issuer] : [])),
  );

describe('withIssuerOn', () => {
  it('moves the local issuer to the port', () => {
    expect(issuersOf(withIssuerOn(4_000, deploymentWith(templateIssuer)))).toEqual([
      'http://127.0.0.1:4000/_local/issuer',
    ]);
  });

  it('moves it in the security policy of the console, where its origin stands, and in the files that are deployed', () => {
    const value = "connect-src 'self' http://127.0.0.1:3000 http://127.0.0.1:30001; base-uri 'none'";
    const behavior = {
      pathPattern: '*',
      methods: [],
      origin: { type: 'http_api' as const },
      compresses: false,
      responseHeaders: [{ name: 'content-security-policy', value, overrides: true }],
    };
    const source = { directory: 'd', markers: { '<1>': 'one' }, escapesJson: true };
    const moved = withIssuerOn(
      4_000,
      buildDeployment({
        distributions: [{ arn: 'a', path: 'p', behaviors: [behavior] }],
        bucketDeployments: [{ path: 'p', bucketName: 'b', roleArn: 'r', sources: [source] }],
      }),
    );
    expect(moved.distributions[0]?.behaviors[0]?.responseHeaders[0]?.value).toBe(
      "connect-src 'self' http://127.0.0.1:4000 http://127.0.0.1:30001; base-uri 'none'",
    );
    expect(moved.bucketDeployments[0]?.sources[0]?.markers).toEqual({
      '<1>': 'one',
      'http://127.0.0.1:3000/_local/issuer': 'http://127.0.0.1:4000/_local/issuer',
    });
  });

  it('leaves another issuer where it is', () => {
    expect(issuersOf(withIssuerOn(4_000, deploymentWith('https://login.example')))).toEqual(['https://login.example']);
  });
});

describe('audienceOf', () => {
  it('is the one that the authorizer wants', () => {
    expect(audienceOf(deploymentWith(templateIssuer))).toBe('sellers');
    expect(audienceOf({ ...deploymentWith(templateIssuer), httpApis: [] })).toBe('ssc');
  });
});
