import { describe, expect, it } from 'vitest';
import { toSqsRecord } from '../../../../../services/lambda/event-sources/sqs-record.ts';

const message = {
  messageId: 'm-1',
  receiptHandle: 'r-1',
  body: '{"a":"ü"}',
  attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1700000000000' },
  messageAttributes: {},
};
const queueArn = 'arn:aws:sqs:eu-west-1:000000000000:orders';

describe('toSqsRecord', () => {
  it('is the record that the Lambda guide shows, its digest over the bytes of the body', () => {
    expect(toSqsRecord(message, queueArn, 'eu-west-1')).toEqual({
      ...message,
      md5OfBody: 'f38091feea732597cbc589916142c339',
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: 'eu-west-1',
    });
  });

  it('writes attributes in the words of Lambda, which are not those of SQS', () => {
    const messageAttributes = { count: { DataType: 'Number', StringValue: '3' } };
    expect(toSqsRecord({ ...message, messageAttributes }, queueArn, 'eu-west-1')).toMatchObject({
      messageAttributes: {
        count: { stringValue: '3', stringListValues: [], binaryListValues: [], dataType: 'Number' },
      },
    });
  });
});
