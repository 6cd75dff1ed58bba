import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operationExamples } from '../../../../../shared/contracts/http/operation-examples.ts';
import { operationNotes } from '../../../../../shared/contracts/http/operation-notes.ts';
import type { RouteContract } from '../../../../../shared/contracts/http/route-contract.ts';
import { createOpenApi } from '../../../../../shared/http/openapi.ts';
import { allContracts } from '../../../../../shared/public/routes.ts';

type Content = Record<string, { schema: object; example?: unknown }>;
interface Operation {
  description?: string;
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}
const examples = new URL('../../../../../shared/contracts/http/examples/', import.meta.url);
const document = createOpenApi(allContracts) as { paths: Record<string, Record<string, Operation>> };

function operationOf({ path, method }: RouteContract): Operation {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`No operation ${method} ${path}`);
  return operation;
}

describe('the OpenAPI document', () => {
  it.each(allContracts)('describes $operationId, with an example of each body that its contract takes', (contract) => {
    const { description, requestBody, responses } = operationOf(contract);
    expect(description).toMatch(/^[A-Z].+\.$/s);
    const request = requestBody?.content['application/json'];
    expect(request === undefined, 'request').toBe(contract.body === undefined);
    if (contract.body) expect(contract.body.parse(request?.example)).toEqual(request?.example);
    const reply = responses?.[String(contract.success)]?.content?.[contract.replyType ?? 'application/json'];
    expect(reply === undefined, 'reply').toBe(contract.reply === undefined);
    if (contract.reply) expect(contract.reply.parse(reply?.example)).toEqual(reply?.example);
  });

  it('has neither notes nor examples of operations that are none', () => {
    const ids = allContracts.map(({ operationId }) => operationId);
    expect(Object.keys(operationNotes).toSorted()).toEqual(ids.toSorted());
    expect(ids).toEqual(expect.arrayContaining(Object.keys(operationExamples)));
    expect(readdirSync(examples).toSorted()).toEqual(
      Object.keys(operationExamples)
        .map((one) => `${one.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`)
        .toSorted(),
    );
  });
});
