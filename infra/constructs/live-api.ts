import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat, CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { LogGroupLogDestination, WebSocketApi, WebSocketRoute, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { ServiceAlarm } from './service-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';
import { StoredLogGroup } from './stored-log-group.ts';

const stageName = 'live';

/** Routes and times. Not the query of a handshake, which holds its ticket, nor addresses of people. */
const accessLogFields = {
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  eventType: '$context.eventType',
  status: '$context.status',
  connectionId: '$context.connectionId',
  integrationLatencyMs: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
  requestTime: '$context.requestTimeEpoch',
};

/** The WebSocket API: one stage, throttled and logged; its routes are invoked, and it is posted to, by those who are let. */
export class LiveApi extends Construct {
  readonly api: WebSocketApi;
  /** Where clients connect: of the API's attribute, since only that leads to it wherever it is deployed. */
  readonly url: string;
  private readonly stage: WebSocketStage;
  private readonly props: Pick<StageContext, 'config' | 'alarmTopic'>;

  constructor(scope: Construct, id: string, props: Pick<StageContext, 'config' | 'alarmTopic'>) {
    super(scope, id);
    this.props = props;
    const { config } = props;
    this.api = new WebSocketApi(this, 'Api', {
      apiName: nameOf(config, 'live'),
      description: 'Seller Security Center, live',
      routeSelectionExpression: '$request.body.action',
    });
    const logs = new StoredLogGroup(this, 'AccessLogs', {
      config,
      name: `/aws/vendedlogs/apis/${nameOf(config, 'live')}`,
    });
    this.stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: this.api,
      stageName,
      autoDeploy: true,
      throttle: { rateLimit: config.throttle.live.requestsPerSecond, burstLimit: config.throttle.live.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs.logGroup),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    this.stage.node.addDependency(this.letLog());
    this.url = `${this.api.apiEndpoint}/${stageName}`;
    this.alarm();
  }

  /** Routes of one function. The handshake is authorised by the function itself, the others by the handshake. */
  route(target: ServiceFunction, ...keys: string[]): void {
    for (const key of keys) {
      const route = new WebSocketRoute(this, `Route ${key}`, {
        webSocketApi: this.api,
        routeKey: key,
        integration: new WebSocketLambdaIntegration('Integration', target.function),
      });
      acknowledge(route, 'APIG4', 'The handshake is authorised by a single-use ticket, which its function checks.');
    }
  }

  /** Lets a function send to connections and close them. */
  letPost(sender: ServiceFunction): void {
    const stack = Stack.of(this);
    const arn = (method: string): string =>
      stack.formatArn({
        service: 'execute-api',
        resource: this.api.apiId,
        resourceName: `${stageName}/${method}/@connections/*`,
      });
    const methods = ['POST', 'DELETE'];
    sender.allow(['execute-api:ManageConnections'], methods.map(arn));
    for (const method of methods) {
      const shown = `arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:${this.idAsShownIn(sender)}/${stageName}/${method}/@connections/*`;
      acknowledge(sender.role, `IAM5[Resource::${shown}]`, 'Connections come and go; all of this stage are ours.');
    }
    sender.function.addEnvironment('LIVE_CALLBACK_URL', this.stage.callbackUrl);
  }

  /** As the rules write the API's ID: a reference in its own stack, the name of an export in another. */
  private idAsShownIn(other: Construct): string {
    const stack = Stack.of(this);
    if (Stack.of(other) === stack) return `<${stack.getLogicalId(this.api.node.defaultChild as CfnApi)}>`;
    const imported = stack.resolve(stack.exportValue(this.api.apiId)) as { readonly 'Fn::ImportValue': string };
    return imported['Fn::ImportValue'];
  }

  /** API Gateway writes the logs of WebSocket APIs by a role that the account has once for all of its APIs in the region. */
  private letLog(): CfnAccount {
    const role = new Role(this, 'LogRole', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      inlinePolicies: {
        // What AWS's own policy for this role allows: the setting is refused with less.
        log: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: [
                'logs:CreateLogGroup',
                'logs:CreateLogStream',
                'logs:DescribeLogGroups',
                'logs:DescribeLogStreams',
                'logs:FilterLogEvents',
                'logs:GetLogEvents',
                'logs:PutLogEvents',
              ],
              resources: ['*'],
            }),
          ],
        }),
      },
    });
    acknowledge(
      role,
      'IAM5[Resource::*]',
      'API Gateway takes no role for its logs that allows less than its own policy.',
    );
    const account = new CfnAccount(this, 'Account', { cloudWatchRoleArn: role.roleArn });
    // Other APIs of the account may log by it when this stack is gone.
    for (const kept of [role, account]) kept.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return account;
  }

  private alarm(): void {
    const { alarmTopic, config } = this.props;
    const late = 'Sellers see alerts late: when they reload, or their clients catch up.';
    const alarm = (id: string, metric: Metric, threshold: number, hurts: string): ServiceAlarm =>
      new ServiceAlarm(this, id, { alarmTopic, metric, period: Duration.minutes(5), threshold, hurts });
    const dimensionsMap = { ApiId: this.api.apiId, Stage: stageName };
    for (const metricName of ['IntegrationError', 'ExecutionError']) {
      const metric = new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap, statistic: 'Sum' });
      alarm(metricName, metric, 5, `The WebSocket API fails (${metricName}). ${late}`);
    }
    const failed = { metricName: 'LivePushFailed', dimensionsMap: { Stage: config.stage }, statistic: 'Sum' };
    // One is a client's bad line; many are ours.
    alarm('PushFailed', new Metric({ namespace: 'SellerSecurityCenter', ...failed }), 50, `Pushes fail. ${late}`);
  }
}
