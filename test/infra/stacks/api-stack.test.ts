import { describe, expect, it } from 'vitest';
import { createAuthorizer } from '../../../local/services/iam/authorizer.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const stage = synthesizeStage('local');
const deployment = stage.deployment();
const authorizer = createAuthorizer(deployment);
const apiNamed = (name: string) => {
  const api = deployment.httpApis.find((one) => one.name === `ssc-local-${name}`);
  if (!api) throw new Error(`No API ${name}`);
  return api;
};
const mayCall = (caller: string, action: string, resource: string): boolean =>
  authorizer.decide({
    principal: {
      type: 'role',
      roleArn: `arn:aws:iam::000000000000:role/ssc-local-${caller}-us-east-1`,
      accessKeyId: caller,
      label: caller,
    },
    action,
    resource,
    context: {},
  }).allowed;
const route = (methodAndPath: string): string =>
  `arn:aws:execute-api:us-east-1:000000000000:${apiNamed('service').id}/$default/${methodAndPath}`;

describe('the seller API', () => {
  it('needs a token with the seller’s scope on every route but the open ones', () => {
    const open = apiNamed('seller').routes.filter(({ authorization }) => authorization.type === 'NONE');
    const rest = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'].map((method) => `${method} /{proxy+}`);
    expect(open.map(({ key }) => key).toSorted()).toEqual(
      [
        ...rest,
        ...['GET', 'HEAD'].flatMap((method) => [
          `${method} /v1/health`,
          `${method} /v1/openapi.json`,
          `${method} /v1/waiver-keys`,
        ]),
      ].toSorted(),
    );
    for (const { key, authorization } of apiNamed('seller').routes.filter((one) => !open.includes(one))) {
      expect(authorization, key).toEqual({
        type: 'JWT',
        issuer: 'http://127.0.0.1:3000/_local/issuer',
        audience: ['ssc'],
        scopes: ['ssc/seller'],
      });
    }
  });

  it('routes shops to the functions of their purpose', () => {
    const functionOf = (key: string) => apiNamed('seller').routes.find((one) => one.key === key)?.functionArn;
    expect(functionOf('GET /v1/shops/{shopId}/access')).toMatch(/:ssc-local-access-api$/);
    expect(functionOf('GET /v1/shops/{shopId}/buyers')).toMatch(/:ssc-local-buyers-api$/);
    expect(functionOf('POST /v1/shops/{shopId}/alerts/{alertId}/cancel-order')).toMatch(/:ssc-local-alerts-api$/);
    expect(functionOf('GET /v1/shops/{shopId}/waivers')).toMatch(/:ssc-local-waivers-api$/);
    for (const verb of ['GET', 'PATCH', 'DELETE']) {
      expect(functionOf(`${verb} /v1/shops/{shopId}/blocks/{buyerId}`)).toMatch(/:ssc-local-blocks-api$/);
    }
  });
});

describe('calls from pages of other origins', () => {
  const corsOf = (synthesized: typeof stage) =>
    Object.fromEntries(
      synthesized
        .ofType('AWS::ApiGatewayV2::Api')
        .map(({ properties }) => [String(properties['Name']), properties['CorsConfiguration']]),
    );

  it('are let into the seller API from the stage’s origins, with the methods that it has', () => {
    const headers = [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'ETag',
      'Link',
      'Location',
      'Retry-After',
    ];
    expect(corsOf(synthesizeStage('prod without an issuer'))['ssc-prod-seller']).toEqual({
      AllowOrigins: ['https://console.example.com'],
      AllowMethods: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'],
      AllowHeaders: headers,
      ExposeHeaders: headers,
      MaxAge: 7200,
    });
  });

  it('are let in from every port of one machine by its local stage', () => {
    expect(apiNamed('seller').cors).toMatchObject({
      allowOrigins: ['http://127.0.0.1:*', 'http://localhost:*'],
      allowCredentials: false,
    });
  });

  it('are let in by no stage that names no origin, nor by any other API', () => {
    expect(corsOf(synthesizeStage('prod'))).toEqual({
      'ssc-prod-seller': undefined,
      'ssc-prod-service': undefined,
      'ssc-prod-live': undefined,
    });
    expect(apiNamed('service').cors).toBeUndefined();
  });

  it('never wait for a function: no route of the seller API takes OPTIONS', () => {
    expect(apiNamed('seller').routes.filter(({ key }) => /^(OPTIONS |ANY |\$default)/.test(key))).toEqual([]);
  });
});

describe('the service API', () => {
  it('needs a signature on every route but the one that answers not_found', () => {
    for (const { key, authorization, functionArn } of apiNamed('service').routes) {
      expect(authorization.type, key).toBe(key === '$default' ? 'NONE' : 'AWS_IAM');
      if (key === '$default') expect(functionArn).toMatch(/:ssc-local-public-api$/);
    }
  });

  it('lets each caller use its own routes and no others', () => {
    const routes = {
      'order-service': 'POST/v1/gate/decisions',
      'performance-service': 'GET/v1/performance/waivers',
      support: 'DELETE/v1/support/shops/1/blocks/2',
      ops: 'PUT/v1/admin/shops/1/access',
    };
    for (const caller of [...Object.keys(routes), 'marketplace']) {
      for (const [owner, path] of Object.entries(routes)) {
        expect(mayCall(caller, 'execute-api:Invoke', route(path)), `${caller} ${path}`).toBe(caller === owner);
      }
    }
  });

  it('lets order-service alone invoke the gate, ops alone what mends, and nobody another function', () => {
    for (const { arn, name } of deployment.functions) {
      expect(mayCall('order-service', 'lambda:InvokeFunction', arn), name).toBe(name === 'ssc-local-gate');
      expect(mayCall('ops', 'lambda:InvokeFunction', arn), name).toBe(name === 'ssc-local-rebuild');
    }
  });
});

describe('all APIs', () => {
  it('answer HEAD wherever they answer GET, by the same function and with the same authorizer', () => {
    for (const { routes } of [apiNamed('seller'), apiNamed('service')]) {
      const heads = routes.filter(({ key }) => key.startsWith('HEAD ')).map(({ key }) => key.replace('HEAD', 'GET'));
      const gets = routes.filter(({ key }) => key.startsWith('GET '));
      expect(heads.toSorted()).toEqual(gets.map(({ key }) => key).toSorted());
      for (const get of gets) {
        const head = routes.find(({ key }) => key === get.key.replace('GET', 'HEAD'));
        expect({ ...head, key: get.key }).toEqual(get);
      }
    }
  });

  const stages = stage.ofType('AWS::ApiGatewayV2::Stage').map(({ properties }) => properties);

  it('are throttled', () => {
    expect(stages).toHaveLength(3);
    for (const one of stages) {
      expect(one['DefaultRouteSettings']).toEqual({
        ThrottlingBurstLimit: expect.any(Number),
        ThrottlingRateLimit: expect.any(Number),
      });
    }
  });

  it('log each request without what could name a person', () => {
    for (const one of stages) {
      const { Format } = one['AccessLogSettings'] as { Format: string };
      const variables = Object.values(JSON.parse(Format) as Record<string, string>);
      expect(variables).toContain('$context.routeKey');
      expect(
        variables.filter((variable) => /path|sourceIp|querystring|userAgent|claims|identity/i.test(variable)),
      ).toEqual([]);
    }
  });
});
