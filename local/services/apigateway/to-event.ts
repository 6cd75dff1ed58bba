import type { LocalClock } from '../../core/state/clock.ts';
import type { HttpRequest } from '../../core/http-front-end/http-request.ts';
import type { RouteMatch } from './route-table.ts';

/** What an authorizer adds to the event, as API Gateway writes it under `requestContext.authorizer`. */
export interface AuthorizerContext {
  readonly jwt?: unknown;
  readonly iam?: unknown;
}

export interface EventSource {
  readonly account: string;
  readonly requestId: string;
  readonly clock: LocalClock;
  readonly authorizer?: AuthorizerContext;
}

/**
 * The event of payload format 2.0, or `undefined` when the path is not valid percent-encoding.
 *
 * HTTP APIs hand over path, path variables and query parameters decoded, only `rawQueryString` as sent; fields
 * without a value are left out, except where AWS writes them empty.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function toEvent(request: HttpRequest, match: RouteMatch, source: EventSource): object | undefined {
  const path = decode(request.path);
  const variables = Object.entries(match.variables).map(([name, value]) => [name, decode(value)] as const);
  if (path === undefined || variables.some(([, value]) => value === undefined)) return undefined;
  const query = joinedQuery(request.queryString);
  const host = request.headers['host'] ?? '127.0.0.1';
  const now = source.clock.now();
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString: request.queryString,
    ...(request.cookies.length > 0 && { cookies: request.cookies }),
    headers: {
      ...request.headers,
      'x-forwarded-for': request.sourceIp,
      'x-forwarded-port': portOf(host),
      'x-forwarded-proto': 'http',
    },
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: source.account,
      apiId: match.api.id,
      ...(source.authorizer && { authorizer: source.authorizer }),
      domainName: host,
      domainPrefix: match.api.id,
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: source.requestId,
      routeKey: match.route.key,
      stage: match.api.stageName,
      time: commonLogTime(now),
      timeEpoch: now,
    },
    ...(variables.length > 0 && { pathParameters: Object.fromEntries(variables) }),
    ...bodyFields(request),
  };
}

/** `+` is a blank here, as in forms; what is no valid encoding stays as it was sent. */
function joinedQuery(queryString: string): Record<string, string> {
  const joined = new Map<string, string>();
  for (const pair of queryString.split('&').filter((part) => part !== '')) {
    const at = pair.indexOf('=');
    const [name = '', value = ''] = (at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)]).map((part) => {
      const spaced = part.replaceAll('+', ' ');
      return decode(spaced) ?? spaced;
    });
    const earlier = joined.get(name);
    joined.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return Object.fromEntries(joined);
}

/** Types that HTTP APIs deliver as text; everything else, a form and a missing type included, comes in base64. */
const textTypes = /^(text\/|application\/(json|xml|javascript)(;|$))/;

function bodyFields({ body, headers }: HttpRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = textTypes.test((headers['content-type'] ?? '').trim().toLowerCase());
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** `12/Mar/2020:19:03:58 +0000` */
export function commonLogTime(epochMilliseconds: number): string {
  const [, day, month, year, time] = new Date(epochMilliseconds).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

/** Of the value of a `Host` header, whose name may be an IPv6 address. */
export function portOf(host: string): string {
  return /:(\d+)$/.exec(host)?.[1] ?? '80';
}
