import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionName } from '../function-names.ts';
import { tableAccess } from '../table-access.ts';
import type { MainTable } from './main-table.ts';
import { ServiceAlarm } from './service-alarm.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';
import { StoredLogGroup } from './stored-log-group.ts';

export interface ServiceFunctionProps extends StageContext {
  readonly name: FunctionName;
  readonly table: MainTable;
  readonly timeout: Duration;
  /** Lambda gives CPU in proportion. */
  readonly memoryMegabytes?: number;
  /** Beside STAGE, and TABLE_NAME for a function that has table access. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Who is hurt when it fails. */
  readonly hurts: string;
}

/** One deployed function: its bundle, its own role with exactly what it needs, its log group and its alarm. */
export class ServiceFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { config, name, table } = props;
    const functionName = nameOf(config, name);
    const access = tableAccess[name];
    this.timeout = props.timeout;

    const { logGroup } = new StoredLogGroup(this, 'Logs', { config, name: `/aws/lambda/${functionName}` });
    // Not AWSLambdaBasicExecutionRole, which may write to every log group of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    if (access) table.grant(this.role, access);

    this.function = new LambdaFunction(this, 'Function', {
      functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.bundles.directoryOf(name)),
      handler: 'index.handler',
      role: this.role,
      logGroup,
      timeout: props.timeout,
      memorySize: props.memoryMegabytes ?? 256,
      environment: {
        STAGE: config.stage,
        POWERTOOLS_SERVICE_NAME: name,
        ...(access && { TABLE_NAME: table.tableName }),
        ...props.environment,
      },
    });
    new ServiceAlarm(this, 'Errors', {
      alarmTopic: props.alarmTopic,
      metric: this.function.metricErrors({ statistic: 'Sum' }),
      period: Duration.minutes(5),
      threshold: 1,
      hurts: `${functionName} fails. ${props.hurts}`,
    });
    new ServiceAlarm(this, 'Throttles', {
      alarmTopic: props.alarmTopic,
      metric: this.function.metricThrottles({ statistic: 'Sum' }),
      period: Duration.minutes(5),
      threshold: 1,
      hurts: `${functionName} is refused by Lambda's concurrency limit. ${props.hurts}`,
    });
  }

  /** Adds one statement to the function's own role. */
  allow(actions: string[], resources: string[], conditions: Record<string, Record<string, string>> = {}): void {
    this.role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
  }
}
