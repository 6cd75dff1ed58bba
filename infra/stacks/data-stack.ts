import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { StageConfig } from '../settings/settings-schema.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { CallerPolicy, allow } from '../constructs/caller-policy.ts';
import { MainTable } from '../constructs/main-table.ts';
import { ReceiptKeys } from '../constructs/receipt-keys.ts';
import { nameOf } from '../constructs/stage-context.ts';
import type { CallersStack } from './callers-stack.ts';

/** What outlives every deployment. */
export class DataStack extends Stack {
  readonly table: MainTable;
  readonly receiptKeys: ReceiptKeys;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly config: StageConfig; readonly callers: CallersStack },
  ) {
    super(scope, id, props);
    const { ops } = props.callers.roles;
    this.table = new MainTable(this, 'Table', props);
    this.receiptKeys = new ReceiptKeys(this, 'ReceiptKeys', props);
    const { tableArn } = this.table.table;
    new CallerPolicy(this, 'OpsReadsTheTable', {
      role: ops,
      statements: [
        allow(
          ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:DescribeTable'],
          [tableArn, `${tableArn}/index/listing`, `${tableArn}/index/unpublished`],
        ),
        this.table.keyUse(),
      ],
    });
    this.letOpsRestore(ops, props.config);
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
  }

  /**
   * A restore writes the items of the new table in the name of the person who asks for it.
   * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_IAM.html
   */
  private letOpsRestore(role: IRole, config: StageConfig): void {
    const { table, key } = this.table;
    const name = `${nameOf(config)}-restored-*`;
    const restored = this.formatArn({ service: 'dynamodb', resource: 'table', resourceName: name });
    const actions = (...names: readonly string[]): string[] => names.map((action) => `dynamodb:${action}`);
    const policy = new CallerPolicy(this, 'OpsRestore', {
      role,
      statements: [
        allow(actions('DescribeTable', 'DescribeTimeToLive', 'DescribeContinuousBackups', 'ListTagsOfResource'), [
          table.tableArn,
          restored,
        ]),
        allow(actions('RestoreTableToPointInTime'), [table.tableArn, restored]),
        allow(
          [
            ...actions('UpdateTable', 'UpdateTimeToLive', 'UpdateContinuousBackups', 'TagResource'),
            ...actions('BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'),
          ],
          [restored],
        ),
        allow(['kms:CreateGrant'], [key.keyArn], {
          StringEquals: { 'kms:ViaService': `dynamodb.${this.region}.amazonaws.com` },
          Bool: { 'kms:GrantIsForAWSResource': 'true' },
        }),
      ],
    });
    const arn = `arn:<AWS::Partition>:dynamodb:<AWS::Region>:<AWS::AccountId>:table/${name}`;
    acknowledge(policy, `IAM5[Resource::${arn}]`, 'Tables that ops make by restoring; the name is theirs to choose.');
  }
}
