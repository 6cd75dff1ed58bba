import type { SQSEvent, SQSRecord } from 'aws-lambda';

/** A batch as Lambda gets it from a queue: one record a body, with message IDs `m0`, `m1`, … */
export function buildSqsEvent(...bodies: readonly unknown[]): SQSEvent {
  return {
    Records: bodies.map((body, index) => buildRecord(typeof body === 'string' ? body : JSON.stringify(body), index)),
  };
}

function buildRecord(body: string, index: number): SQSRecord {
  return {
    messageId: `m${index}`,
    receiptHandle: `r${index}`,
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1795339800000',
      SenderId: 'events.amazonaws.com',
      ApproximateFirstReceiveTimestamp: '1795339800000',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:ssc-local-test',
    awsRegion: 'us-east-1',
  };
}
