import type { SQSEvent, SQSRecord } from 'aws-lambda';

/** Sent now, or just after the times that events of tests tell, where the machine's clock is behind those. */
const sentAt = (): string => String(Math.max(Date.now(), Date.parse('2026-12-01T00:00:00Z')));

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
      SentTimestamp: sentAt(),
      SenderId: 'events.amazonaws.com',
      ApproximateFirstReceiveTimestamp: sentAt(),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:ssc-local-test',
    awsRegion: 'us-east-1',
  };
}
