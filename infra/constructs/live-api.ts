import { Duration, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroupLogDestination, WebSocketApi, WebSocketRoute, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { ownMetric } from './own-metric.ts';
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
  private readonly props: Pick<StageContext, 'config' | 'alarmTopics'>;

  constructor(scope: Construct, id: string, props: Pick<StageContext, 'config' | 'alarmTopics'>) {
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

  private alarm(): void {
    const { alarmTopics, config } = this.props;
    const late = 'Sellers see alerts late: when they reload, or their clients catch up.';
    const common = { config, alarmTopics, period: Duration.minutes(5) };
    const dimensionsMap = { ApiId: this.api.apiId, Stage: stageName };
    for (const metricName of ['IntegrationError', 'ExecutionError']) {
      new ServiceAlarm(this, metricName, {
        ...common,
        metric: new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap, statistic: 'Sum' }),
        threshold: 5,
        hurts: `The WebSocket API fails (${metricName}). ${late}`,
        runbook: 'the-live-feed-fails',
      });
    }
    new ServiceAlarm(this, 'PushFailed', {
      ...common,
      metric: ownMetric(config, 'LivePushFailed'),
      // One is a client's bad line; many are ours.
      threshold: 50,
      hurts: `Pushes fail. ${late}`,
      runbook: 'pushes-fail',
    });
  }
}
