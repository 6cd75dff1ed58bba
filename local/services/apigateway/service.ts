import { offer } from '../../core/offers.ts';
import type { Service } from '../../core/service.ts';
import { authorizerOffer, signatureOffer } from '../iam/service.ts';
import { functionsOffer } from '../lambda/service.ts';
import { createGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';
import type { ApiGatewayTemplate } from './model.ts';
import { httpApiTypes } from './resource-types.ts';
import { readHttpApis } from './template.ts';

export const httpApisOffer = offer<Gateway>('HTTP APIs');

/** API Gateway's HTTP APIs: routes, JWT and IAM authorizers, CORS. */
export const apiGateway: Service<ApiGatewayTemplate> = {
  name: 'apigateway',
  resourceTypes: httpApiTypes,
  permissions: { prefix: 'execute-api' },
  read: (catalog) => ({ httpApis: readHttpApis(catalog) }),
  open({ deployment, offers, clock, log }) {
    const gateway = createGateway({
      deployment,
      functions: offers.take(functionsOffer),
      authorizer: offers.take(authorizerOffer),
      verifySignature: offers.take(signatureOffer),
      clock,
      log,
    });
    offers.add(httpApisOffer, gateway);
    return {};
  },
};
