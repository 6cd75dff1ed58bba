import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../settings/settings-schema.ts';
import { CallerPolicy, allow } from '../constructs/caller-policy.ts';
import { MainTable } from '../constructs/main-table.ts';
import type { CallersStack } from './callers-stack.ts';

/** What outlives every deployment. */
export class DataStack extends Stack {
  readonly table: MainTable;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly config: StageConfig; readonly callers: CallersStack },
  ) {
    super(scope, id, props);
    const { ops } = props.callers.roles;
    this.table = new MainTable(this, 'Table', props);
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
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
  }
}
