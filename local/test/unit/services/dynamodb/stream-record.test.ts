import { describe, expect, it } from 'vitest';
import { toDeployedRecord } from '../../../../services/dynamodb/stream-record.ts';
import type { StreamRecord } from '../../../../services/dynamodb/stream-record.ts';
import { createTtlRemovals } from '../../../../services/dynamodb/ttl-removals.ts';
import { buildTable } from '../../../../../test/builders/local-deployment.ts';
import { countingJournal } from '../../../builders/counting-journal.ts';

const table = buildTable();
const Keys = { pk: { S: 'a' }, sk: { S: 'b' } };
const byTtl = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };

const record = (OldImage?: StreamRecord['dynamodb']['OldImage'], eventName: StreamRecord['eventName'] = 'REMOVE') =>
  ({
    eventID: 'e-1',
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'ddblocal',
    dynamodb: {
      Keys,
      ...(OldImage && { OldImage }),
      SequenceNumber: '1',
      SizeBytes: 1,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      ApproximateCreationDateTime: 1_700_000_000,
    },
  }) satisfies StreamRecord;

function deployed(given: StreamRecord, overrides: Partial<typeof table> = {}) {
  const removals = createTtlRemovals(countingJournal().journal, () => 0);
  removals.mark(table.name, Keys, '100');
  return toDeployedRecord(given, {
    region: 'eu-west-1',
    streamArn: 'arn:stream',
    table: { ...table, ...overrides },
    removals,
  });
}

describe('toDeployedRecord', () => {
  it('puts the region and the stream of the deployment in, and leaves all else', () => {
    const given = record(undefined, 'INSERT');
    expect(deployed(given)).toEqual({ ...given, awsRegion: 'eu-west-1', eventSourceARN: 'arn:stream' });
  });

  it.each([
    ['with the time that was over', { ...Keys, ttl: { N: '100' } }, byTtl],
    ['without its old image', undefined, byTtl],
    ['with another time', { ...Keys, ttl: { N: '200' } }, undefined],
    ['without a time', Keys, undefined],
    ['with a text for a time', { ...Keys, ttl: { S: '100' } }, undefined],
  ])('says who removed an item %s', (_, oldImage, userIdentity) => {
    expect(deployed(record(oldImage)).userIdentity).toEqual(userIdentity);
  });

  it.each(['INSERT', 'MODIFY'] as const)('does not take an %s for a removal', (eventName) => {
    expect(deployed(record({ ...Keys, ttl: { N: '100' } }, eventName))).not.toHaveProperty('userIdentity');
  });

  it('knows of no removal by time to live in another table', () => {
    const oldImage = { ...Keys, ttl: { N: '100' } };
    expect(deployed(record(oldImage), { name: 'other' })).not.toHaveProperty('userIdentity');
  });
});
