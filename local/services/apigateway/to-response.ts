import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { InvocationResult } from '../lambda/invocation.ts';
import type { HttpResponse } from '../../core/http-front-end/http-request.ts';
import { jsonResponse } from '../../core/http-front-end/http-request.ts';

/** What API Gateway answers for a function that failed, timed out or returned something else than a response. */
const internalServerError = jsonResponse(500, { message: 'Internal Server Error' });

/** The connection's own, which the server sets itself. */
const connectionHeaders = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

/**
 * The HTTP answer to an invocation's result, response format 2.0: a result without `statusCode` is the body of a
 * 200 in JSON; one with it must have the documented form, else the caller gets a 500.
 */
export function toResponse(result: InvocationResult): HttpResponse {
  if (result.functionError) return internalServerError;
  const { payload } = result;
  if (!isRecord(payload) || !('statusCode' in payload)) {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload ?? null);
    return { status: 200, headers: [['content-type', 'application/json']], body };
  }
  return structured(payload) ?? internalServerError;
}

function structured(payload: Readonly<Record<string, unknown>>): HttpResponse | undefined {
  const { statusCode, body, isBase64Encoded, headers, cookies } = payload;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 200 || status > 599) return undefined;
  if (body !== undefined && body !== null && typeof body !== 'string') return undefined;
  const pairs = headerPairs(headers, cookies);
  if (!pairs) return undefined;
  return { status, headers: pairs, body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? '') };
}

function headerPairs(headers: unknown, cookies: unknown): [string, string][] | undefined {
  if (!isRecord(headers ?? {}) || !isList(cookies ?? [])) return undefined;
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries((headers ?? {}) as Record<string, unknown>)) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) return undefined;
    if (!connectionHeaders.has(name.toLowerCase())) pairs.push([name.toLowerCase(), String(value)]);
  }
  for (const cookie of (cookies ?? []) as unknown[]) pairs.push(['set-cookie', String(cookie)]);
  if (!pairs.every(isSendable)) return undefined;
  if (!pairs.some(([name]) => name === 'content-type')) pairs.push(['content-type', 'text/plain;charset=UTF-8']);
  return pairs;
}

function isSendable([name, value]: readonly [string, string]): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
