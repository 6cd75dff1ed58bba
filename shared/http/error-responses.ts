import * as z from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { mostErrors } from '../kernel/errors.ts';
import type { ErrorCode } from '../kernel/errors.ts';
import { problemStatuses } from './problem.ts';
import type { RouteContract } from '../contracts/http/route-contract.ts';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problemStatuses) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string(),
    requestId: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .max(mostErrors)
      .optional()
      .meta({ description: `The wrong fields, at most ${mostErrors} of them.` }),
    errorCount: z
      .int()
      .optional()
      .meta({ description: 'How many wrong fields there are, where that is more than are listed.' }),
    revision: z.int().optional().meta({ description: 'Of what `If-Match` did not name, as it is now.' }),
    resetsAt: z.string().optional().meta({ description: "When the shop's day ends." }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

const gatewayError = z.object({ message: z.string() }).meta({
  id: 'GatewayError',
  description:
    'What API Gateway answers itself: 401 and 403 of its authorizers, 413 above 10 MB, 429, and 500 or 503 for a function that failed or was late.',
});

/** Whatever the route. */
const gatewayStatuses = [400, 413, 429, 500, 503];
const authorizerStatuses: Readonly<Record<RouteContract['api'], readonly number[]>> = {
  seller: [401, 403],
  // The IAM authorizer knows no 401: who does not sign at all is refused with 403 as well.
  service: [403],
  open: [],
};

const wwwAuthenticate = z.object({
  'WWW-Authenticate': z
    .string()
    .optional()
    .meta({ description: 'What is wrong with the token; only when API Gateway refused it.' }),
});
const retryAfter = z.object({
  'Retry-After': z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Whole seconds until the same request can succeed; API Gateway does not say it.' }),
});

const problemContent = { 'application/problem+json': { schema: problem } };
const gatewayContent = { 'application/json': { schema: gatewayError } };

/**
 * Every refusal of a route by its status: ours as `Problem`, API Gateway's own as `GatewayError`. Where both can be, the
 * media type tells them apart. `default` stands for statuses that are not listed, and for no other.
 */
export function errorResponses(contract: RouteContract): Record<string, ZodOpenApiResponseObject> {
  const codes: readonly ErrorCode[] = [...contract.errors, 'internal'];
  const ofGateway = [...gatewayStatuses, ...authorizerStatuses[contract.api]];
  const statuses = new Set([...codes.map((code) => problemStatuses[code].status), ...ofGateway]);
  const responses = [...statuses].map((status) => {
    const told = codes.filter((code) => problemStatuses[code].status === status);
    return [String(status), errorResponse(told, ofGateway.includes(status), headersOf(contract, status))] as const;
  });
  return {
    ...Object.fromEntries(responses),
    default: { description: 'Any other refusal', content: { ...problemContent, ...gatewayContent } },
  };
}

function errorResponse(
  codes: readonly ErrorCode[],
  isOfGateway: boolean,
  headers: z.ZodObject | undefined,
): ZodOpenApiResponseObject {
  const told = codes.map((code) => `\`${code}\`: ${problemStatuses[code].title}`);
  return {
    description: [...told, ...(isOfGateway ? ['refused by API Gateway'] : [])].join('; '),
    ...(headers ? { headers } : {}),
    content: { ...(codes.length > 0 ? problemContent : {}), ...(isOfGateway ? gatewayContent : {}) },
  };
}

function headersOf({ api, errors }: RouteContract, status: number): z.ZodObject | undefined {
  if (status === 401 || status === 403) return api === 'seller' ? wwwAuthenticate : undefined;
  return errors.some((code) => isWorthARetry(code, status)) ? retryAfter : undefined;
}

function isWorthARetry(code: ErrorCode, status: number): boolean {
  return (code === 'unavailable' || code === 'too_many_requests') && problemStatuses[code].status === status;
}
