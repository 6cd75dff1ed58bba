import type { PolicyStatement } from './policy-statement.ts';
import { asList, asObject, asStrings, isJsonObject } from '../assembly/json.ts';
import type { Json, JsonObject } from '../assembly/json.ts';

const elements = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition', 'Principal']);

/**
 * Statements of a policy document, in their order.
 * @param source CDK path of the resource that holds the document.
 * @throws for elements that the evaluator does not know (NotAction, NotResource, NotPrincipal): to skip one would widen or narrow the policy.
 */
export function readStatements(document: Json | undefined, source: string): readonly PolicyStatement[] {
  return asList(asObject(document)['Statement']).map((statement, index) =>
    readStatement(asObject(statement), `${source} #${index + 1}`),
  );
}

export function readStatement(statement: JsonObject, source: string): PolicyStatement {
  const unknown = Object.keys(statement).filter((element) => !elements.has(element));
  if (unknown.length > 0) throw new Error(`policy statement ${source}: unsupported element ${unknown.join(', ')}`);
  const effect = statement['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny')
    throw new Error(`policy statement ${source}: Effect must be Allow or Deny`);
  return {
    effect,
    actions: asStrings(statement['Action']),
    resources: asStrings(statement['Resource']),
    conditions: readConditions(asObject(statement['Condition'])),
    principals: readPrincipals(statement['Principal'], source),
    source,
  };
}

function readConditions(condition: JsonObject): PolicyStatement['conditions'] {
  return Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(asObject(keys)).map(([key, values]) => [key, asStrings(values)])),
    ]),
  );
}

function readPrincipals(principal: Json | undefined, source: string): readonly string[] {
  if (principal === undefined) return [];
  if (principal === '*') return ['*'];
  if (!isJsonObject(principal)) throw new Error(`policy statement ${source}: Principal must be "*" or an object`);
  return Object.entries(principal).flatMap(([type, values]) => {
    if (type === 'Service') return asStrings(values).map((host) => `Service:${host}`);
    if (type !== 'AWS') throw new Error(`policy statement ${source}: unsupported principal type ${type}`);
    return asStrings(values).map((value) => {
      if (value === '*') return '*';
      // An account ID stands for the account's root.
      return /^\d{12}$/.test(value) ? `AWS:arn:aws:iam::${value}:root` : `AWS:${value}`;
    });
  });
}
