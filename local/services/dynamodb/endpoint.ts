import type { Account } from '../../core/assembly/resource.ts';
import type { DynamodbTemplate } from './model.ts';
import { asList, asNumber, asObject, asText } from '../../core/assembly/json.ts';
import type { Json } from '../../core/assembly/json.ts';
import { headerOf } from '../../core/access/signed-request.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import { countItems, dynamodbRequirements } from './required-permissions.ts';
import type { EngineProxy } from './engine-proxy.ts';
import { parseJson, parseJsonCall } from '../../core/aws-endpoint/endpoint-service.ts';
import type { Call, EndpointService, Reply } from '../../core/aws-endpoint/endpoint-service.ts';

const targets = ['DynamoDB_20120810', 'DynamoDBStreams_20120810'];
const dataOperations = new Set([
  'BatchGetItem',
  'BatchWriteItem',
  'DeleteItem',
  'GetItem',
  'PutItem',
  'Query',
  'Scan',
  'TransactGetItems',
  'TransactWriteItems',
  'UpdateItem',
]);
const operations = new Set([
  ...dataOperations,
  ...['DescribeEndpoints', 'DescribeLimits', 'DescribeTable', 'DescribeTimeToLive', 'ListTables', 'ListTagsOfResource'],
  ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
]);

const writes = /^(Put|Update|Delete|BatchWrite)Item$|^TransactWriteItems$/;

/**
 * DynamoDB and its streams: authorised here, answered by the engine.
 *
 * @param written runs after each call that may have written, before it is answered.
 */
export function createDynamodbEndpoint(
  deployment: Account & DynamodbTemplate,
  engine: EngineProxy,
  written: () => void,
): EndpointService {
  return {
    name: 'dynamodb',
    operations: [...operations],
    errors: { style: 'json', namespace: 'com.amazonaws.dynamodb.v20120810' },
    refusalStatus: 400,
    parse: (request) => parseJsonCall(request, targets, operations),
    requirements: (call) => dynamodbRequirements(call, deployment),
    countItems,
    perform: (call) => {
      const performed = perform(call, engine);
      return writes.test(call.operation) ? performed.finally(written) : performed;
    },
  };
}

async function perform({ operation, input, request }: Call, engine: EngineProxy): Promise<Reply> {
  const asked = input['ReturnConsumedCapacity'];
  const measured = dataOperations.has(operation);
  const asksItself = !measured || asked === 'TOTAL' || asked === 'INDEXES';
  const body = asksItself ? request.body : JSON.stringify({ ...input, ReturnConsumedCapacity: 'TOTAL' });
  const answer = await engine.send(headerOf(request, 'x-amz-target') ?? '', body).catch((error: Error) => {
    throw new AwsError('InternalServerError', `the DynamoDB engine cannot be reached: ${error.message}`, 500);
  });
  const reply = { status: answer.status, headers: { 'content-type': answer.contentType } };
  if (answer.status !== 200) {
    return {
      ...reply,
      body: answer.body,
      error: asText(parseJson(answer.body)['__type'])?.replace(/^.*#/, '') ?? 'Unknown',
    };
  }
  if (!measured) return { ...reply, body: answer.body };
  const { ConsumedCapacity, ...content } = parseJson(answer.body);
  return {
    ...reply,
    body: asksItself ? answer.body : JSON.stringify(content),
    consumedCapacity: sumCapacity(ConsumedCapacity),
  };
}

function sumCapacity(consumed: Json | undefined): number {
  return asList(consumed).reduce<number>((sum, part) => sum + (asNumber(asObject(part)['CapacityUnits']) ?? 0), 0);
}
