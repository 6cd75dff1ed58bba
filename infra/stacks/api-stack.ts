import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { Construct } from 'constructs';
import type { LiveApi } from '../constructs/live-api.ts';
import { LoggedHttpApi } from '../constructs/logged-http-api.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { ServiceFunctionProps } from '../constructs/service-function.ts';
import type { StageContext } from '../constructs/stage-context.ts';
import { addApiCallers } from './api-callers.ts';
import { sellerFunctions, serviceFunctions } from './api-functions.ts';
import type { CallersStack } from './callers-stack.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import type { SellerTokens } from './identity-stack.ts';

export interface ApiStackProps extends StackProps, StageContext {
  readonly callers: CallersStack;
  readonly data: DataStack;
  readonly events: EventsStack;
  readonly live: LiveApi;
  readonly sellerTokens: SellerTokens;
}

/** Both HTTP APIs and the functions behind their routes. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    const { config, bundles, alarmTopic, data, events, sellerTokens } = props;
    const functionFor = (
      constructId: string,
      own: Pick<ServiceFunctionProps, 'name' | 'hurts'> & Partial<ServiceFunctionProps>,
    ): ServiceFunction =>
      new ServiceFunction(this, constructId, {
        config,
        bundles,
        alarmTopic,
        table: data.table,
        // Below API Gateway's 30 s, above the longest that the tries at a contended write take.
        timeout: Duration.seconds(28),
        memoryMegabytes: 512,
        ...own,
      });

    const publicApi = functionFor('PublicApi', {
      name: 'public-api',
      memoryMegabytes: 256,
      hurts: 'Health checks fail, and the API description is not served.',
    });
    const gate = functionFor('Gate', {
      name: 'gate',
      timeout: Duration.seconds(3),
      environment: {
        GATE_DEADLINE_MS: String(config.gate.deadlineMilliseconds),
        GATE_FAIL_MODE: config.gate.failMode,
        STOPPED_ORDERS_QUEUE_URL: events.stoppedOrders.queueUrl,
      },
      hurts: 'Order services get no answer: blocked buyers order, or nobody does, as those services decide.',
    });
    gate.allow(['sqs:SendMessage'], [events.stoppedOrders.queueArn]);

    const seller = new LoggedHttpApi(this, 'Seller', {
      config,
      alarmTopic,
      name: 'seller',
      description: 'Seller Security Center, for sellers',
      authorizer: new HttpJwtAuthorizer('Sellers', sellerTokens.issuer, { jwtAudience: [sellerTokens.audience] }),
      // API Gateway does not tell ID tokens from access tokens: only the latter have a scope.
      scopes: ['ssc/seller'],
      hurts: 'Sellers cannot use their console.',
    });
    for (const { name, hurts, routes } of sellerFunctions) {
      const target = functionFor(constructIdOf(name), { name, hurts });
      if (name === 'live-ticket-api') target.function.addEnvironment('LIVE_URL', props.live.url);
      seller.route(target, ...routes);
    }
    seller.openRoute(publicApi, 'GET /v1/health', 'Monitors ask without credentials; the answer holds no data.');
    seller.openRoute(publicApi, 'GET /v1/openapi.json', 'The description of the API is public.');
    seller.openRoute(publicApi, '$default', 'Answers not_found and nothing else, whoever asks.');

    const service = new LoggedHttpApi(this, 'Service', {
      config,
      alarmTopic,
      name: 'service',
      description: 'Seller Security Center, for services of the marketplace',
      authorizer: new HttpIamAuthorizer(),
      hurts: 'Order services may not get decisions of the gate over HTTP; support and ops cannot work.',
    });
    service.route(gate, 'POST /v1/gate/decisions');
    for (const { name, hurts, routes } of serviceFunctions) {
      service.route(functionFor(constructIdOf(name), { name, hurts }), ...routes);
    }
    service.openRoute(publicApi, '$default', 'Answers not_found and nothing else, whoever asks.');

    addApiCallers(this, { roles: props.callers.roles, service: service.api, gate: gate.function });
    new CfnOutput(this, 'SellerApiUrl', { value: seller.api.apiEndpoint });
    new CfnOutput(this, 'ServiceApiUrl', { value: service.api.apiEndpoint });
  }
}

/** `blocks-api` is the construct `BlocksApi`. */
function constructIdOf(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, _dash: string, letter: string) => letter.toUpperCase());
}
