import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import type { ErrorCode } from '../kernel/errors.ts';
import { problemStatuses } from './problem.ts';
import type { RouteContract } from './route-contract.ts';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problemStatuses) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    resetsAt: z.string().optional().meta({ description: "When the shop's day ends." }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

const gatewayError = z.object({ message: z.string() }).meta({
  id: 'GatewayError',
  description:
    'What API Gateway refuses before a function runs: 401 and 403 of its authorizers, 413 above 10 MB, 429, 503.',
});

const retryAfter = z.object({
  'Retry-After': z.int().min(1).meta({ description: 'Whole seconds until the same request can succeed.' }),
});

/** The OpenAPI 3.1 document of both APIs, made from the contracts that parse the requests. */
export function createOpenApi(contracts: readonly RouteContract[]): object {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const contract of contracts) {
    paths[contract.path] ??= {};
    (paths[contract.path] as Record<string, ZodOpenApiOperationObject>)[contract.method.toLowerCase()] =
      toOperation(contract);
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Seller Security Center',
      version: '1',
      description:
        'Block List and gate. Sellers send an access token; services sign with SigV4. Query parameters and body fields that an operation does not list are refused, and each parameter comes once.',
    },
    paths: paths as ZodOpenApiPathsObject,
    components: {
      securitySchemes: {
        seller: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token with scope ssc/seller and the claim shops.',
        },
        service: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'AWS Signature Version 4, service execute-api.',
        },
      },
    },
  });
}

function toOperation(contract: RouteContract): ZodOpenApiOperationObject {
  return {
    operationId: contract.operationId,
    summary: contract.summary,
    tags: [contract.api],
    security: contract.api === 'open' ? [] : [{ [contract.api]: [] }],
    requestParams: {
      path: contract.pathParameters,
      query: contract.query,
      ...(contract.writes ? { header: z.object({ 'Idempotency-Key': z.string().min(1).max(255).optional() }) } : {}),
    },
    ...(contract.body
      ? {
          requestBody: {
            required: !contract.bodyMayBeMissing,
            content: { 'application/json': { schema: contract.body } },
          },
        }
      : {}),
    responses: {
      [String(contract.success)]: {
        description: contract.summary,
        ...(contract.reply ? { content: { 'application/json': { schema: contract.reply } } } : {}),
      },
      ...errorResponses(contract.errors),
      ...(contract.api === 'open'
        ? {}
        : {
            default: {
              description: 'Refused by API Gateway',
              content: { 'application/json': { schema: gatewayError } },
            },
          }),
    },
  };
}

function errorResponses(errors: readonly ErrorCode[]): Record<string, ZodOpenApiResponseObject> {
  const byStatus = new Map<string, ErrorCode[]>();
  for (const code of errors) {
    const status = String(problemStatuses[code].status);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${problemStatuses[code].title}`).join('; '),
        ...(status === '429' || status === '503' ? { headers: retryAfter } : {}),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}
