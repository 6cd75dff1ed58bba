import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { DeployedFunction } from '../function-definition.ts';
import { reachesTable } from '../grants/grants.ts';
import { denials } from './denials.ts';
import type { MainTable } from './main-table.ts';
import { ServiceAlarm } from './service-alarm.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';
import { StoredLogGroup } from './stored-log-group.ts';

export interface ServiceFunctionProps extends StageContext {
  readonly definition: DeployedFunction;
  readonly table: MainTable;
}

/** One deployed function: its bundle, its own role with its grants on the table and nothing else yet, its log group and its alarm. */
export class ServiceFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { config, definition, table } = props;
    const { name, grants = {} }: DeployedFunction = definition;
    const functionName = nameOf(config, name);
    const reserved = config.reservedConcurrency?.[name];
    this.timeout = Duration.seconds(definition.timeoutSeconds);

    const { logGroup } = new StoredLogGroup(this, 'Logs', { config, name: `/aws/lambda/${functionName}` });
    // Not AWSLambdaBasicExecutionRole, which may write to every log group of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    if (reachesTable(grants)) table.grant(this.role, grants);

    this.function = new LambdaFunction(this, 'Function', {
      functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.bundles.directoryOf(name)),
      handler: 'index.handler',
      role: this.role,
      logGroup,
      timeout: this.timeout,
      memorySize: definition.memoryMegabytes ?? 256,
      ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
      environment: {
        STAGE: config.stage,
        POWERTOOLS_SERVICE_NAME: name,
        ...(reachesTable(grants) && { TABLE_NAME: table.tableName }),
        ...definition.environment?.(config),
      },
    });
    denials(this, config, logGroup);
    this.alarm(props);
  }

  /** Adds one statement to the function's own role. */
  allow(actions: string[], resources: string[], conditions: Record<string, Record<string, string>> = {}): void {
    this.role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
  }

  private alarm({ config, alarmTopics, definition: { name, hurts } }: ServiceFunctionProps): void {
    const common = { config, alarmTopics, period: Duration.minutes(5), threshold: 1 };
    new ServiceAlarm(this, 'Errors', {
      ...common,
      metric: this.function.metricErrors({ statistic: 'Sum' }),
      hurts: `${nameOf(config, name)} fails. ${hurts}`,
      runbook: 'a-function-fails',
    });
    new ServiceAlarm(this, 'Throttles', {
      ...common,
      metric: this.function.metricThrottles({ statistic: 'Sum' }),
      hurts: `${nameOf(config, name)} is refused by Lambda's concurrency limit. ${hurts}`,
      runbook: 'a-function-is-throttled',
    });
  }
}
