import * as z from 'zod';
import { createDocument } from 'zod-openapi';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { operationExamples } from '../contracts/http/operation-examples.ts';
import { operationNotes } from '../contracts/http/operation-notes.ts';
import { errorResponses } from './error-responses.ts';
import type { RouteContract } from '../contracts/http/route-contract.ts';

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
        'Block List, gate and alerts, for shops that the marketplace has invited. Sellers send an access token; services sign with SigV4. Query parameters and body fields that an operation does not list are refused, and each parameter comes once.',
      contact: { name: 'Operations of the marketplace, who run this deployment' },
      license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
    },
    servers: [sellerServer],
    tags: [
      { name: 'seller', description: 'For sellers: an access token and the shop that it opens.' },
      { name: 'service', description: "For the marketplace's services, at an address of its own." },
      { name: 'open', description: 'For anybody.' },
    ],
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

/** It also serves this document, and all that is open. */
const sellerServer = { url: '/', description: 'The seller API, where this document was read.' };

/** The service API has a domain of its own, which its function cannot know: ops hand it out. */
const serviceServer = {
  url: '{serviceApiUrl}',
  description: "The stack's output ServiceApiUrl; on one machine the same address as the seller API's.",
  variables: { serviceApiUrl: { default: 'http://127.0.0.1:3000' } },
};

function toOperation(contract: RouteContract): ZodOpenApiOperationObject {
  const example = operationExamples[contract.operationId];
  return {
    operationId: contract.operationId,
    summary: contract.summary,
    ...describe(contract),
    tags: [contract.api],
    servers: [contract.api === 'service' ? serviceServer : sellerServer],
    security: contract.api === 'open' ? [] : [{ [contract.api]: [] }],
    requestParams: {
      path: contract.pathParameters,
      query: contract.query,
      ...requestHeaders(contract),
    },
    ...(contract.body
      ? {
          requestBody: {
            required: !contract.bodyMayBeMissing,
            content: {
              'application/json': { schema: contract.body, ...exampleOf(example?.request) },
              ...(contract.bodyAlsoAs && { [contract.bodyAlsoAs]: { schema: z.string() } }),
            },
          },
        }
      : {}),
    responses: {
      [String(contract.success)]: {
        description: contract.summary,
        ...replyHeaders(contract),
        ...(contract.reply
          ? {
              content: {
                [contract.replyType ?? 'application/json']: { schema: contract.reply, ...exampleOf(example?.reply) },
              },
            }
          : {}),
      },
      ...(isConditionalGet(contract)
        ? {
            '304': {
              description: 'As `If-None-Match` names it: nothing has changed',
              headers: z.object({ ETag: etag }),
            },
          }
        : {}),
      ...errorResponses(contract),
    },
  };
}

const etag = z.string().meta({ description: 'State of what is shown, opaque: for `If-Match` and `If-None-Match`.' });

function describe({ operationId }: RouteContract): { readonly description?: string } {
  const description = operationNotes[operationId];
  return description === undefined ? {} : { description };
}

function exampleOf(example: unknown): { readonly example?: unknown } {
  return example === undefined ? {} : { example };
}

const ifMatch = z.string().optional().meta({
  description: '`*`, or ETags of states in which the change is meant to happen. In another state it is refused.',
});
const ifNoneMatch = z.string().optional().meta({ description: '`*`, or ETags of states that the caller has.' });

function isConditionalGet({ method, showsOne }: RouteContract): boolean {
  return method === 'GET' && showsOne !== undefined;
}

function etagHeader({ showsOne }: RouteContract) {
  if (showsOne === undefined) return {};
  return { ETag: showsOne === 'always' ? etag : etag.optional() };
}

function requestHeaders(contract: RouteContract): { readonly header?: z.ZodObject } {
  const header = {
    ...(contract.writes ? { 'Idempotency-Key': z.string().min(1).max(255).optional() } : {}),
    ...(contract.takesIfMatch ? { 'If-Match': ifMatch } : {}),
    ...(isConditionalGet(contract) ? { 'If-None-Match': ifNoneMatch } : {}),
  };
  return Object.keys(header).length > 0 ? { header: z.object(header) } : {};
}

function replyHeaders(contract: RouteContract): { readonly headers?: z.ZodObject } {
  const headers = { ...contract.replyHeaders?.shape, ...etagHeader(contract) };
  return Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {};
}
