import { createAwsClient } from './aws-client.ts';
import type { AwsClient } from './aws-client.ts';
import { dynamodbEndpoint, queueEndpoint, regionOf } from './endpoint.ts';
import type { Environment } from './signature.ts';

/** @throws Error when the environment names no region, or an endpoint that is none. */
export function openDynamodb(environment: Environment): AwsClient {
  const region = regionOf(environment);
  return createAwsClient({ service: 'dynamodb', endpoint: dynamodbEndpoint(environment), region, environment });
}

/** @throws Error when the environment names no region, or the queue's URL is none. */
export function openQueue(environment: Environment, queueUrl: string): AwsClient {
  const region = regionOf(environment);
  return createAwsClient({ service: 'sqs', endpoint: queueEndpoint(queueUrl), region, environment });
}
