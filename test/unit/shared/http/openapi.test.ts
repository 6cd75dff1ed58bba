import { describe, expect, it } from 'vitest';
import { createOpenApi } from '../../../../shared/http/openapi.ts';
import { problemStatuses } from '../../../../shared/http/problem.ts';
import { allContracts } from '../../../../shared/public/routes.ts';
import packageJson from '../../../../package.json' with { type: 'json' };

interface Operation {
  operationId: string;
  security: Record<string, unknown>[];
  servers?: object[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; headers?: object; content?: Record<string, { schema: object }> }>;
}
const document = createOpenApi(allContracts) as {
  openapi: string;
  info: { title: string; version: string; license: { name: string } };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const find = (operationId: string) =>
  operations.find(({ operation }) => operation.operationId === operationId)?.operation;

const problem = 'application/problem+json';
const gatewayError = 'application/json';
const mediaTypes = (response: Operation['responses'][string] | undefined) =>
  Object.keys(response?.content ?? {}).toSorted();

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === '$ref' ? [String(inner)] : referencesIn(inner)));
}

describe('the OpenAPI document', () => {
  it('is of version 3.1 and holds every route of both APIs once', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).toSorted()).toEqual(
      allContracts.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(allContracts.length);
  });

  it('tells of Retry-After where a retry can help', () => {
    const { responses } = find('findBuyer') ?? {};
    const telling = Object.entries(responses ?? {}).flatMap(([status, { headers }]) =>
      headers && 'Retry-After' in headers ? [status] : [],
    );
    expect(telling).toEqual(['429', '503']);
    expect(responses?.['429']).toMatchObject({
      headers: { 'Retry-After': { schema: { type: 'integer', minimum: 1 } } },
    });
  });

  it('tells of the path of what a request has made', () => {
    const telling = operations.filter(({ operation }) => 'Location' in (operation.responses['201']?.headers ?? {}));
    expect(telling.map(({ operation }) => operation.operationId)).toEqual(['addBlock', 'exemptBuyer']);
  });

  it('tells of ETags, and of the headers that take them', () => {
    const naming = (name: string) =>
      operations
        .filter(({ operation }) => operation.parameters?.some((parameter) => parameter.name === name))
        .map(({ operation }) => operation.operationId)
        .toSorted();
    expect(naming('If-Match')).toEqual(
      [
        'changeAccess',
        'updateBlock',
        'removeBlock',
        'restoreBlock',
        'cancelOrder',
        'rejectRefund',
        'dismissAlert',
        'setMembers',
        'setNotificationSettings',
        'removeExemption',
      ].toSorted(),
    );
    for (const operationId of naming('If-Match'))
      expect(find(operationId)?.responses['412']?.description).toContain('`precondition_failed`');
    const ofSellers = ['getBlock', 'getExemption', 'getAlert', 'readOrderRisk', 'readRefundRisk', 'readAccess'];
    const conditional = [...ofSellers, 'showAccess', 'readWaiverKeys', 'listMembers', 'readNotificationSettings'];
    expect(naming('If-None-Match')).toEqual(conditional.toSorted());
    for (const operationId of conditional) expect(find(operationId)?.responses['304']?.headers).toHaveProperty('ETag');
    expect(Object.keys(find('addBlock')?.responses['201']?.headers ?? {})).toEqual(['Location', 'ETag']);
  });

  it('sends to the address of the service API what is not served where the document is', () => {
    for (const contract of allContracts)
      expect(find(contract.operationId)?.servers, contract.operationId).toEqual([
        expect.objectContaining({ url: contract.api === 'service' ? '{serviceApiUrl}' : '/' }),
      ]);
    expect(document.info.license.name).toBe(packageJson.license);
  });

  it('has a definition for everything that it refers to', () => {
    const references = referencesIn(document);
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) {
      const target = reference
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
      expect(target, reference).toBeDefined();
    }
  });

  it('declares each parameter of a path as required', () => {
    for (const { path, operation } of operations) {
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name).toSorted(), path).toEqual(
        [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name).toSorted(),
      );
      expect(declared.every(({ required }) => required === true)).toBe(true);
    }
  });

  it('says for every route how to sign, and lists the schemes', () => {
    expect(Object.keys(document.components.securitySchemes).toSorted()).toEqual(['seller', 'service']);
    for (const contract of allContracts) {
      expect(find(contract.operationId)?.security).toEqual(contract.api === 'open' ? [] : [{ [contract.api]: [] }]);
    }
  });

  it('tells each error of a route under its status', () => {
    for (const contract of allContracts) {
      const responses = find(contract.operationId)?.responses ?? {};
      expect(responses[String(contract.success)]?.description).toBeTruthy();
      for (const code of [...contract.errors, 'internal' as const]) {
        const response = responses[String(problemStatuses[code].status)];
        expect(response?.description).toContain(`\`${code}\``);
        expect(Object.keys(response?.content ?? {})).toContain('application/problem+json');
      }
      expect(mediaTypes(responses['default'])).toEqual([gatewayError, problem]);
    }
  });

  it('names both bodies under a status that API Gateway answers as well, which a default would not reach', () => {
    const bodies = (operationId: string) =>
      Object.fromEntries(
        Object.entries(find(operationId)?.responses ?? {})
          .filter(([status]) => status >= '400' && status !== 'default')
          .map(([status, response]) => [status, mediaTypes(response).join(' ')]),
      );
    const both = `${gatewayError} ${problem}`;
    const always = { 400: both, 413: gatewayError, 429: gatewayError, 500: both, 503: gatewayError };
    expect(bodies('readHealth')).toEqual(always);
    expect(bodies('getBlock')).toEqual({ ...always, 401: both, 403: both, 404: problem, 503: both });
    expect(bodies('findBuyer')).toMatchObject({ 401: both, 403: both, 409: problem, 429: both });
    expect(bodies('liftBlock')).toEqual({ ...always, 403: gatewayError, 404: problem, 413: both, 503: both });
  });

  it('knows no 401 where API Gateway checks signatures', () => {
    const telling = operations.filter(({ operation }) => '401' in operation.responses);
    expect(new Set(telling.map(({ operation }) => Object.keys(operation.security[0] ?? {})[0]))).toEqual(
      new Set(['seller']),
    );
  });

  it('offers the Idempotency-Key to every write of a seller, and to nothing else', () => {
    const takers = operations.filter(({ operation }) =>
      operation.parameters?.some(({ name }) => name === 'Idempotency-Key'),
    );
    expect(takers.map(({ operation }) => operation.operationId).toSorted()).toEqual([
      'addBlock',
      'bulkBlocks',
      'cancelOrder',
      'dismissAlert',
      'exemptBuyer',
      'fileComplaint',
      'rejectRefund',
      'removeBlock',
      'removeExemption',
      'restoreBlock',
      'setMembers',
      'setNotificationSettings',
      'updateBlock',
    ]);
    for (const contract of allContracts.filter(({ writes }) => writes))
      expect(contract.errors).toContain('idempotency_key_reused');
  });

  it('asks for a body where a route cannot do without', () => {
    const requiredBody = (operationId: string) =>
      (find(operationId)?.requestBody as { required?: boolean } | undefined)?.required;
    expect(['addBlock', 'dismissAlert', 'cancelOrder', 'rejectRefund'].map(requiredBody)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('closes request bodies to unknown fields', () => {
    const bodies = operations.flatMap(({ operation }) =>
      operation.requestBody ? [operation.requestBody.content['application/json']?.schema] : [],
    );
    const named = [
      'NewBlock',
      'NewBlocks',
      'BlockChange',
      'BlockRestore',
      'NewExemption',
      'CancelOrder',
      'RejectRefund',
      'DismissAlert',
      'AccessChange',
      'ComplaintFiling',
      'ComplaintDecision',
      'MembersChange',
      'NotificationSettingsChange',
      'BlockUpholding',
      'BlockLift',
      'GateRequest',
    ];
    expect(bodies).toHaveLength(named.length);
    for (const schema of named) {
      expect(document.components.schemas[schema], schema).toMatchObject({
        type: 'object',
        additionalProperties: false,
      });
    }
  });
});
