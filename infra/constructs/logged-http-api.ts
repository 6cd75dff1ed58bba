import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpApiProps, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { RouteContract } from '../../shared/contracts/http/route-contract.ts';
import { methodsOf } from '../../shared/contracts/http/methods.ts';
import { acknowledge } from './acknowledge.ts';
import { ServiceAlarm } from './service-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';
import { StoredLogGroup } from './stored-log-group.ts';

/** Routes, times and sizes. Neither paths nor query strings, which hold usernames, nor addresses of people. */
const accessLogFields = {
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationLatencyMs: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
  responseBytes: '$context.responseLength',
  requestTime: '$context.requestTimeEpoch',
};

type Route = Pick<RouteContract, 'method' | 'path'>;

export interface LoggedHttpApiProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly name: 'seller' | 'service';
  readonly description: string;
  readonly authorizer: IHttpRouteAuthorizer;
  /** Scopes of which a token needs one; for a JWT authorizer. */
  readonly scopes?: string[];
  /** Which browsers' pages may call it; nobody's without it. */
  readonly cors?: Cors;
  readonly hurts: string;
}

export interface Cors {
  readonly origins: readonly string[];
  readonly methods: readonly RouteContract['method'][];
}

const methodsButOptions = [
  HttpMethod.GET,
  HttpMethod.HEAD,
  HttpMethod.POST,
  HttpMethod.PUT,
  HttpMethod.PATCH,
  HttpMethod.DELETE,
];

/** What a page may send and may read beside what every page may. */
const headersOfPages = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'ETag',
  'Link',
  'Location',
  'Retry-After',
];

/** An HTTP API whose routes all need its authorizer, unless they are said to be open; throttled and logged. */
export class LoggedHttpApi extends Construct {
  readonly api: HttpApi;
  private readonly props: LoggedHttpApiProps;

  constructor(scope: Construct, id: string, props: LoggedHttpApiProps) {
    super(scope, id);
    this.props = props;
    const { config, name } = props;
    const throttle = config.throttle[name];
    this.api = new HttpApi(this, 'Api', {
      apiName: nameOf(config, name),
      description: props.description,
      createDefaultStage: false,
      ...preflights(props.cors),
    });
    const logs = new StoredLogGroup(this, 'AccessLogs', {
      config,
      // Under /aws/vendedlogs/ all APIs share one entry of the log service's resource policy, whose size is limited.
      name: `/aws/vendedlogs/apis/${nameOf(config, name)}`,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttle.requestsPerSecond, burstLimit: throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs.logGroup),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    this.alarm();
  }

  /** A route that a function answers. */
  route(target: ServiceFunction, route: Route): void {
    for (const key of keysOf(route)) this.add(key, target, this.props.authorizer, this.props.scopes);
  }

  /** A route without credentials, and why. */
  openRoute(target: ServiceFunction, route: Route, reason: string): void {
    for (const key of keysOf(route)) this.addOpen(key, target, reason);
  }

  /**
   * What no other route matches. Where pages of other origins may call, method by method: `$default` and `ANY` would take
   * their preflights as well, which API Gateway answers by itself only where no route takes `OPTIONS`.
   */
  answerTheRest(target: ServiceFunction, reason: string): void {
    const methods = this.props.cors ? methodsButOptions : [];
    for (const method of methods) this.addOpen(HttpRouteKey.with('/{proxy+}', method), target, reason);
    if (methods.length === 0) this.addOpen(HttpRouteKey.DEFAULT, target, reason);
  }

  private alarm(): void {
    const { config, alarmTopics, name, hurts } = this.props;
    const period = Duration.minutes(1);
    const common = { config, alarmTopics, period };
    new ServiceAlarm(this, 'ServerErrors', {
      ...common,
      metric: this.api.metricServerError({ statistic: 'Sum' }),
      threshold: 5,
      hurts: `The ${name} API answers 5xx. ${hurts}`,
      runbook: 'an-api-answers-5xx',
    });
    // An issuer whose keys cannot be read, or a caller who has lost a right, is no 5xx.
    new ServiceAlarm(this, 'MostRefused', {
      ...common,
      metric: new MathExpression({
        expression: 'IF(requests >= 20, 100 * refused / requests, 0)',
        usingMetrics: {
          requests: this.api.metricCount({ statistic: 'Sum', period }),
          refused: this.api.metricClientError({ statistic: 'Sum', period }),
        },
        label: 'Refused, in percent',
      }),
      periods: 5,
      threshold: 50,
      hurts: `The ${name} API refuses most requests, 4xx. ${hurts}`,
      runbook: 'an-api-refuses-most-requests',
    });
  }

  private addOpen(key: HttpRouteKey, target: ServiceFunction, reason: string): void {
    acknowledge(this.add(key, target, new HttpNoneAuthorizer()), 'APIG4', reason);
  }

  private add(
    key: HttpRouteKey,
    target: ServiceFunction,
    authorizer: IHttpRouteAuthorizer,
    scopes?: string[],
  ): HttpRoute {
    return new HttpRoute(this, `Route ${key.key.replaceAll('/', '.')}`, {
      httpApi: this.api,
      routeKey: key,
      integration: new HttpLambdaIntegration('Integration', target.function),
      authorizer,
      ...(scopes && { authorizationScopes: scopes }),
    });
  }
}

/** API Gateway's routes are each of one method: `GET` does not bring `HEAD`. */
function keysOf(route: Route): readonly HttpRouteKey[] {
  return methodsOf(route).map((method) => HttpRouteKey.with(route.path, HttpMethod[method]));
}

/**
 * API Gateway answers preflights by itself, and adds the headers to whatever it or a function answers. Never with
 * credentials: a token is sent by the page, a cookie would be by the browser. Without an origin there is nothing to allow.
 */
function preflights(cors: Cors | undefined): Pick<HttpApiProps, 'corsPreflight'> {
  if (!cors || cors.origins.length === 0) return {};
  return {
    corsPreflight: {
      allowOrigins: [...cors.origins],
      allowMethods: cors.methods.map((method) => CorsHttpMethod[method]),
      allowHeaders: headersOfPages,
      exposeHeaders: headersOfPages,
      // As long as browsers keep it at most.
      maxAge: Duration.hours(2),
    },
  };
}
