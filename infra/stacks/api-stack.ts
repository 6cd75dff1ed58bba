import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { Construct } from 'constructs';
import { applyGrants } from '../constructs/apply-grants.ts';
import { LoggedHttpApi } from '../constructs/logged-http-api.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { constructIdOf } from '../constructs/stage-context.ts';
import type { StageContext } from '../constructs/stage-context.ts';
import { ofKind } from '../function-definition.ts';
import type { DeployedFunction, HttpFunction } from '../function-definition.ts';
import { addApiCallers } from './api-callers.ts';
import type { CallersStack } from './callers-stack.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';
import type { SellerTokens } from './identity-stack.ts';

export interface ApiStackProps extends StackProps, StageContext {
  readonly functions: readonly DeployedFunction[];
  readonly callers: CallersStack;
  readonly data: DataStack;
  readonly events: EventsStack;
  readonly sellerTokens: SellerTokens;
}

/** Both HTTP APIs and the functions behind their routes. */
export class ApiStack extends Stack {
  readonly seller: HttpApi;
  readonly service: HttpApi;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    const { config, bundles, alarmTopics, data, events, callers } = props;
    const apis = this.addApis(props);
    this.seller = apis.seller.api;
    this.service = apis.service.api;
    const functions = ofKind(props.functions, 'http').map((definition) => {
      const context = { config, bundles, alarmTopics, table: data.table };
      const target = new ServiceFunction(this, constructIdOf(definition.name), { ...context, definition });
      applyGrants(target, definition.grants ?? {}, events.grantors);
      addRoutes(apis, target, definition);
      return { definition, target };
    });
    addApiCallers(this, { roles: callers.roles, service: apis.service.api, functions });
    new CfnOutput(this, 'SellerApiUrl', { value: apis.seller.api.apiEndpoint });
    new CfnOutput(this, 'ServiceApiUrl', { value: apis.service.api.apiEndpoint });
  }

  private addApis({ config, alarmTopics, sellerTokens, functions }: ApiStackProps): Apis {
    const seller = new LoggedHttpApi(this, 'Seller', {
      config,
      alarmTopics,
      name: 'seller',
      description: 'Seller Security Center, for sellers',
      authorizer: new HttpJwtAuthorizer('Sellers', sellerTokens.issuer, { jwtAudience: [sellerTokens.audience] }),
      // API Gateway does not tell ID tokens from access tokens: only the latter have a scope.
      scopes: ['ssc/seller'],
      cors: { origins: config.allowedOrigins, methods: methodsForSellers(functions) },
      hurts: 'Sellers cannot use their console.',
    });
    const service = new LoggedHttpApi(this, 'Service', {
      config,
      alarmTopics,
      name: 'service',
      description: 'Seller Security Center, for services of the marketplace',
      authorizer: new HttpIamAuthorizer(),
      hurts: 'Order services may not get decisions of the gate over HTTP; support and ops cannot work.',
    });
    return { seller, service };
  }
}

type Apis = Readonly<Record<'seller' | 'service', LoggedHttpApi>>;

function methodsForSellers(functions: readonly DeployedFunction[]) {
  const routes = ofKind(functions, 'http').flatMap((definition) => definition.routes);
  return [...new Set(routes.filter(({ api }) => api === 'seller').map(({ method }) => method))].toSorted();
}

function addRoutes(apis: Apis, target: ServiceFunction, definition: HttpFunction): void {
  const { routes, openRoutes = [], answersTheRest } = definition;
  for (const route of routes) apis[route.api].route(target, route);
  for (const { route, because } of openRoutes) apis.seller.openRoute(target, route, because);
  if (answersTheRest === undefined) return;
  for (const api of [apis.seller, apis.service]) api.answerTheRest(target, answersTheRest.because);
}
