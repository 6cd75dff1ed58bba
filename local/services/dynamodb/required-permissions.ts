import type { Account } from '../../core/assembly/resource.ts';
import type { DynamodbTemplate, TableModel } from './model.ts';
import { asList, asObject, asText } from '../../core/assembly/json.ts';
import type { Json, JsonObject } from '../../core/assembly/json.ts';
import { leadingKey, queriedKey } from './leading-keys.ts';
import type { ParsedCall, Requirement } from '../../core/aws-endpoint/endpoint-service.ts';

const streamOperations = new Set(['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']);
const transactionActions: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/**
 * The permissions a DynamoDB call needs: a batch needs its own action on each table with all keys it names,
 * a transaction the single action of each of its items, a Query or Scan of an index the index's ARN.
 *
 * AWS does not say which keys `dynamodb:LeadingKeys` holds inside a transaction: of the item, of all items of its action, or
 * of the whole transaction. Here it is the whole transaction: a policy that allows that allows each of the others.
 */
export function dynamodbRequirements(
  { operation, input }: ParsedCall,
  deployment: Account & DynamodbTemplate,
): readonly Requirement[] {
  const tables = createTables(deployment);
  const keyOf = (request: JsonObject) => {
    const table = tables.find(request['TableName']);
    return { arn: table.arn, keys: leadingKey(asObject(request['Key'] ?? request['Item'])[table.partitionKey]) };
  };
  const onItem = (action: string, request: JsonObject): Requirement => {
    const { arn, keys } = keyOf(request);
    return need(action, arn, { 'dynamodb:LeadingKeys': keys });
  };
  const perTable = (collect: (content: Json, partitionKey: string) => readonly string[]): readonly Requirement[] =>
    Object.entries(asObject(input['RequestItems'])).map(([name, content]) => {
      const table = tables.find(name);
      return need(operation, table.arn, { 'dynamodb:LeadingKeys': collect(content, table.partitionKey) });
    });

  switch (operation) {
    case 'GetItem':
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [onItem(operation, input)];
    case 'Query': {
      const target = tables.find(input['TableName'], asText(input['IndexName']));
      return [need(operation, target.arn, { 'dynamodb:LeadingKeys': queriedKey(input, target.partitionKey) })];
    }
    case 'Scan':
      return [need(operation, tables.find(input['TableName'], asText(input['IndexName'])).arn)];
    case 'BatchGetItem':
      return perTable((content, partitionKey) =>
        asList(asObject(content)['Keys']).flatMap((key) => leadingKey(asObject(key)[partitionKey])),
      );
    case 'BatchWriteItem':
      return perTable((content, partitionKey) =>
        asList(content).flatMap((request) => {
          const { PutRequest, DeleteRequest } = asObject(request);
          return leadingKey(asObject(asObject(PutRequest)['Item'] ?? asObject(DeleteRequest)['Key'])[partitionKey]);
        }),
      );
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return inTransaction(
        operation,
        transactionParts(input).map(({ action, request }) => ({ action, ...keyOf(request) })),
      );
    default:
      if (streamOperations.has(operation)) return [need(operation, tables.streamOf(input))];
      return [need(operation, input['TableName'] === undefined ? '*' : tables.find(input['TableName']).arn)];
  }
}

const need = (action: string, resource: string, context: Requirement['context'] = {}): Requirement => ({
  action: `dynamodb:${action}`,
  resource,
  context,
});

interface TransactionItem {
  readonly action: string;
  readonly arn: string;
  readonly keys: readonly string[];
}

function inTransaction(operation: string, items: readonly TransactionItem[]): readonly Requirement[] {
  const contextOf = (some: readonly TransactionItem[]): Requirement['context'] => ({
    'dynamodb:LeadingKeys': some.flatMap(({ keys }) => keys),
    'dynamodb:EnclosingOperation': [operation],
  });
  return items.map((item) => {
    const together = items.filter(({ arn }) => arn === item.arn);
    const ofAction = together.filter(({ action }) => action === item.action);
    return {
      ...need(item.action, item.arn, contextOf(together)),
      otherReadings: { 'by action': contextOf(ofAction), 'by item': contextOf([item]) },
    };
  });
}

function transactionParts(input: JsonObject): readonly { readonly action: string; readonly request: JsonObject }[] {
  return asList(input['TransactItems']).flatMap((item) =>
    Object.entries(asObject(item)).map(([kind, request]) => ({
      action: transactionActions[kind] ?? kind,
      request: asObject(request),
    })),
  );
}

/** Items that a request names, as batches and transactions count them. */
export function countItems({ operation, input }: ParsedCall): number {
  if (operation.startsWith('Transact')) return asList(input['TransactItems']).length;
  if (operation === 'BatchGetItem')
    return Object.values(asObject(input['RequestItems'])).reduce<number>(
      (sum, content) => sum + asList(asObject(content)['Keys']).length,
      0,
    );
  if (operation === 'BatchWriteItem')
    return Object.values(asObject(input['RequestItems'])).reduce<number>(
      (sum, content) => sum + asList(content).length,
      0,
    );
  return 1;
}

function createTables({ tables, region, account }: Account & DynamodbTemplate) {
  const arnOf = (name: string): string => `arn:aws:dynamodb:${region}:${account}:table/${name}`;
  return {
    /** A table is given by name or ARN. One that does not exist still has an ARN to be refused on. */
    find: (value: Json | undefined, index?: string): { readonly arn: string; readonly partitionKey: string } => {
      const name = (asText(value) ?? '').replace(/^arn:.*:table\//, '');
      const table = tables.find((candidate) => candidate.name === name);
      const arn = table?.arn ?? arnOf(name);
      if (index === undefined) return { arn, partitionKey: table?.key.partitionKey ?? '' };
      return {
        arn: `${arn}/index/${index}`,
        partitionKey: table?.indexes.find((candidate) => candidate.name === index)?.partitionKey ?? '',
      };
    },
    /** The engine labels streams in its own way, and an iterator names none: the table's stream of the template stands for each. */
    streamOf: (input: JsonObject): string => {
      const name = /table\/([^/]+)\/stream\//.exec(asText(input['StreamArn']) ?? '')?.[1] ?? asText(input['TableName']);
      const streaming = (table: TableModel): boolean =>
        table.streamArn !== undefined && (name === undefined || table.name === name);
      return tables.find(streaming)?.streamArn ?? `${arnOf(name ?? '')}/stream/unknown`;
    },
  };
}
