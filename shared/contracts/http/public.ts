import * as z from 'zod';
import type { RouteContract } from './route-contract.ts';
import { noQuery } from '../schemas.ts';

export const readHealth = {
  operationId: 'readHealth',
  method: 'GET',
  path: '/v1/health',
  summary: 'That the API answers',
  api: 'open',
  pathParameters: z.object({}),
  query: noQuery,
  success: 200,
  reply: z.object({ status: z.literal('ok') }).meta({ id: 'Health' }),
  errors: ['validation_failed'],
  writes: false,
} as const satisfies RouteContract;

export const readOpenApi = {
  operationId: 'readOpenApi',
  method: 'GET',
  path: '/v1/openapi.json',
  summary: 'This document',
  api: 'open',
  pathParameters: z.object({}),
  query: noQuery,
  success: 200,
  reply: z.looseObject({}),
  isCompressed: true,
  errors: ['validation_failed'],
  writes: false,
} as const satisfies RouteContract;
