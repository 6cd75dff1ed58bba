import { describe, expect, it } from 'vitest';
import { synthesizeStage } from '../synthesized-stage.ts';

const local = synthesizeStage('local');
const prod = synthesizeStage('prod');
const tableOf = (stage: typeof prod) => stage.ofType('AWS::DynamoDB::Table')[0];

describe('the table', () => {
  it('is one, on demand, with point-in-time recovery', () => {
    expect(prod.ofType('AWS::DynamoDB::Table')).toHaveLength(1);
    expect(tableOf(prod)?.properties).toMatchObject({
      TableName: 'ssc-prod',
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('outlives its stack in production, and goes with it on one machine', () => {
    expect(tableOf(prod)).toMatchObject({
      deletionPolicy: 'RetainExceptOnCreate',
      properties: { DeletionProtectionEnabled: true },
    });
    expect(tableOf(local)).toMatchObject({
      deletionPolicy: 'Delete',
      properties: { DeletionProtectionEnabled: false },
    });
  });

  it('is encrypted under a key of its own, which is rotated and kept as long', () => {
    const key = prod.ofType('AWS::KMS::Key').find(({ stack }) => stack === 'ssc-prod-data');
    expect(key).toMatchObject({ deletionPolicy: 'RetainExceptOnCreate', properties: { EnableKeyRotation: true } });
    expect(tableOf(prod)?.properties['SSESpecification']).toEqual({
      SSEEnabled: true,
      SSEType: 'KMS',
      KMSMasterKeyId: { 'Fn::GetAtt': [key?.id, 'Arn'] },
    });
  });

  it('expires items by ttl and streams both images', () => {
    expect(tableOf(prod)?.properties).toMatchObject({
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
  });

  it('has the two sparse indexes, whole items in both', () => {
    expect(local.deployment().tables[0]?.indexes).toEqual([
      expect.objectContaining({ name: 'listing', partitionKey: 'listPk', sortKey: 'listSk', projection: 'ALL' }),
      expect.objectContaining({
        name: 'unpublished',
        partitionKey: 'outboxPk',
        sortKey: 'outboxSk',
        projection: 'ALL',
      }),
    ]);
  });
});
