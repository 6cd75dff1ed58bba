import { CrossStackReferences, ReferenceStrength, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IPrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Partition } from '../../shared/kernel/words/partition-key.ts';
import type { TableGrants } from '../grants/grants.ts';
import { statementsOf } from '../grants/statements.ts';
import { retention } from '../retention.ts';
import { nameOf, removalOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table, under a key of its own; and after a restore, the one that took its place. */
export class MainTable extends Construct {
  /** What everything works with. */
  readonly table: Table | ITable;
  readonly key: Key;
  private readonly own: Table;

  constructor(scope: Construct, id: string, { config }: Pick<StageContext, 'config'>) {
    super(scope, id);
    const removalPolicy = removalOf(config);
    this.key = new Key(this, 'Key', {
      description: `Table ${nameOf(config)} of Seller Security Center`,
      enableKeyRotation: true,
      removalPolicy,
    });
    // Not TableV2, which under a key of its own must know its region at synthesis.
    this.own = new Table(this, 'Table', {
      tableName: nameOf(config),
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: retention.recovery,
      },
      deletionProtection: config.keepsData,
      removalPolicy,
      timeToLiveAttribute: 'ttl',
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
    });
    // Sparse, for listing and sweeping. They are never consistent, so nothing is decided by them.
    // An export could not be taken away while others import it, and so no other table could ever take its place.
    CrossStackReferences.of(this.own).produce(ReferenceStrength.WEAK);
    this.addIndex('listing', 'listPk', 'listSk');
    this.addIndex('unpublished', 'outboxPk', 'outboxSk');
    this.table = config.restoredTable ? this.restored(config.restoredTable) : this.own;
  }

  /** Known by its name and its stream alone: `ops restore` has made it what the template makes of a table. */
  private restored({ name, streamArn }: NonNullable<StageContext['config']['restoredTable']>): ITable {
    const tableArn = Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: name });
    return Table.fromTableAttributes(this, 'Restored', { tableArn, tableStreamArn: streamArn });
  }

  get tableName(): string {
    return this.table.tableName;
  }

  /** The stream's ARN is of the table's current stream, and exists because the stream is always on. */
  get streamArn(): string {
    const arn = this.table.tableStreamArn;
    if (arn === undefined) throw new Error('The table has no stream');
    return arn;
  }

  /** Grants these actions on these partitions, and nothing on the table as a whole. */
  grant(principal: IPrincipal, { table = [], indexes = [] }: TableGrants): void {
    for (const { actions, partitions } of statementsOf(table)) {
      principal.addToPrincipalPolicy(statement(this.table.tableArn, actions, partitions));
    }
    for (const { index, partitions } of indexes) {
      principal.addToPrincipalPolicy(statement(`${this.table.tableArn}/index/${index}`, ['Query'], partitions));
    }
    principal.addToPrincipalPolicy(this.keyUse());
  }

  /** DynamoDB uses the table's key in the name of whoever calls it: each caller needs this, through DynamoDB alone. */
  keyUse(): PolicyStatement {
    return new PolicyStatement({
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: [this.key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` } },
    });
  }

  private addIndex(indexName: string, partitionKey: string, sortKey: string): void {
    this.own.addGlobalSecondaryIndex({
      indexName,
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      projectionType: ProjectionType.ALL,
    });
  }
}

/**
 * `ForAllValues` holds for a request without leading keys too: a Scan has none, which is why no function may scan.
 */
function statement(resource: string, actions: readonly string[], partitions: readonly Partition[]): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [resource],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions.map(patternOf) } },
  });
}

/** A beginning stands for each partition that begins so; what is no beginning is a partition itself. */
function patternOf(partition: Partition): string {
  return partition.endsWith('#') ? `${partition}*` : partition;
}
