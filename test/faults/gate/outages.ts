import { dynamoError } from '../../builders/engines/engine-proxy.ts';
import type { AwsCall, Fate } from '../../builders/engines/engine-proxy.ts';

const unprocessed = ({ operation, body }: AwsCall): Fate =>
  operation === 'BatchGetItem'
    ? { type: 'answer', status: 200, body: { Responses: {}, UnprocessedKeys: body['RequestItems'] } }
    : dynamoError('ThrottlingException');
/** What can befall a store, each in words that follow "when the store". */
export const outages: [string, Fate | ((call: AwsCall) => Fate)][] = [
  ['hangs', { type: 'hang' }],
  ['drops every connection', { type: 'refuse' }],
  ['throttles everything', dynamoError('ProvisionedThroughputExceededException')],
  ['answers nothing but errors', dynamoError('InternalServerError', {}, 500)],
  ['is late', { type: 'pass', afterMilliseconds: 400 }],
  ['answers no JSON', { type: 'answer', status: 503, body: { oops: 1 } }],
  ['slows callers down', dynamoError('ThrottlingException')],
  ['is over the limit of the account', dynamoError('RequestLimitExceeded')],
  ['denies access', dynamoError('AccessDeniedException')],
  ['finds every request wrong', dynamoError('ValidationException')],
  ['answers garbage', { type: 'answer', status: 200, body: '<html>busy</html>' }],
  ['answers what is no answer', { type: 'answer', status: 200, body: '[1]' }],
  ['answers half of it', { type: 'half_reply' }],
  ['leaves every key unprocessed', unprocessed],
];
