import { asList, asObject, asText } from '../../core/assembly/json.ts';
import type { Json, JsonObject } from '../../core/assembly/json.ts';

/** The text that `dynamodb:LeadingKeys` holds for a partition key value. */
export function leadingKey(attributeValue: Json | undefined): readonly string[] {
  const value = asObject(attributeValue);
  const text = asText(value['S'] ?? value['N'] ?? value['B']);
  return text === undefined ? [] : [text];
}

/**
 * The partition key value that a Query asks for.
 * DynamoDB refuses a Query without one; until it does, an empty text stands for it, since no value
 * at all would satisfy every `ForAllValues:` condition.
 */
export function queriedKey(input: JsonObject, partitionKey: string): readonly string[] {
  const legacy = asObject(asObject(input['KeyConditions'])[partitionKey]);
  const value = findInExpression(input, partitionKey) ?? asList(legacy['AttributeValueList'])[0];
  const keys = leadingKey(value);
  return keys.length === 0 ? [''] : keys;
}

function findInExpression(input: JsonObject, partitionKey: string): Json | undefined {
  const expression = asText(input['KeyConditionExpression']) ?? '';
  const names = asObject(input['ExpressionAttributeNames']);
  const values = asObject(input['ExpressionAttributeValues']);
  // An equality, either way round; `<=` and `>=` have another character where the name should end.
  for (const match of expression.matchAll(/(#?[\w.-]+)\s*=\s*(:\w+)|(:\w+)\s*=\s*(#?[\w.-]+)/g)) {
    const name = match[1] ?? match[4] ?? '';
    const resolved = name.startsWith('#') ? names[name] : name;
    if (resolved === partitionKey) return values[match[2] ?? match[3] ?? ''];
  }
  return undefined;
}
