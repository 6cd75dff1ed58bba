import { CfnLogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { removalOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

/** A log group with a retention: CloudWatch keeps logs for ever otherwise, beyond any erasure. */
export class StoredLogGroup extends Construct {
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, { config, name }: Pick<StageContext, 'config'> & { name: string }) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'LogGroup', {
      logGroupName: name,
      removalPolicy: removalOf(config),
    });
    const resource = this.logGroup.node.defaultChild;
    // The construct takes an enumeration of days; CloudFormation checks the number itself.
    if (resource instanceof CfnLogGroup) resource.retentionInDays = config.retentionDays.logs;
  }
}
