import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';

/** What middy's own http-json-body-parser, http-error-handler and a zod validator do, without their packages. */
export type GateMiddleware = MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

class HttpError extends Error {
  readonly status: number;
  readonly errors: unknown;
  constructor(status: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export const jsonBody = (): GateMiddleware => ({
  before: ({ event }) => {
    if (!/^application\/(.+\+)?json/.test(event.headers['content-type'] ?? ''))
      throw new HttpError(415, 'Send application/json.');
    try {
      const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : event.body;
      Object.assign(event, { body: JSON.parse(text ?? '') });
    } catch {
      throw new HttpError(400, 'The body is not JSON.');
    }
  },
});

export const validate = (schema: z.ZodType): GateMiddleware => ({
  before: ({ event }) => {
    const parsed = schema.safeParse(event.body);
    if (!parsed.success) throw new HttpError(400, 'The body is not valid.', parsed.error.issues);
    Object.assign(event, { body: parsed.data });
  },
});

export const problems = (): GateMiddleware => ({
  onError: (request) => {
    const { error } = request;
    const status = error instanceof HttpError ? error.status : 500;
    request.response = {
      statusCode: status,
      headers: { 'content-type': 'application/problem+json' },
      body: JSON.stringify({
        status,
        title: status === 500 ? 'internal' : error?.message,
        ...(error instanceof HttpError ? { errors: error.errors } : {}),
      }),
    };
  },
});
