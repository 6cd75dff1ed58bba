import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export interface HttpRequest {
  readonly method?: string;
  readonly path?: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
  /** Claims of a verified access token. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** ARN of a caller whose signature was verified. */
  readonly callerArn?: string;
}

/** As API Gateway hands an HTTP request to a function (payload format 2.0): lower-case headers, decoded path parameters, no field for what is absent. */
export function buildHttpEvent(request: HttpRequest = {}): APIGatewayProxyEventV2 {
  const { method = 'GET', path = '/', query, headers = {}, body, claims, callerArn } = request;
  const authorizer = {
    ...(claims ? { jwt: { claims, scopes: ['ssc/seller'] } } : {}),
    ...(callerArn ? { iam: { userArn: callerArn, accountId: '000000000000' } } : {}),
  };
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'content-type': 'application/json', ...headers },
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'test',
      domainPrefix: 'test',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'vitest' },
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: '22/Nov/2026:12:00:00 +0000',
      timeEpoch: 1795348800000,
      ...(Object.keys(authorizer).length > 0 ? { authorizer } : {}),
    },
    isBase64Encoded: request.isBase64Encoded ?? false,
    ...(request.pathParameters ? { pathParameters: request.pathParameters } : {}),
    ...(query ? { queryStringParameters: query } : {}),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
  // It comes as JSON, in which a search of the logs also learns what a test asks for.
  return JSON.parse(JSON.stringify(event)) as APIGatewayProxyEventV2;
}
