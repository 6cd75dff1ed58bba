import type { Service } from '../../core/service.ts';
import { authorizerOffer } from '../iam/service.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import { functionsOffer } from '../lambda/service.ts';
import { createConnectionsEndpoint } from './endpoint.ts';
import { createWebSocketGateway } from './gateway.ts';
import type { WebSocketTemplate } from './model.ts';
import { webSocketTypes } from './resource-types.ts';
import { findUnservedSockets, readWebSocketApis } from './template.ts';

/** API Gateway's WebSocket APIs, and the calls by which functions write to connections and end them. */
export const apiGatewayWebSocket: Service<WebSocketTemplate, WebSocketTemplate & LambdaTemplate> = {
  name: 'apigateway-websocket',
  resourceTypes: webSocketTypes,
  permissions: { prefix: 'execute-api' },
  read: (catalog) => ({ webSocketApis: readWebSocketApis(catalog) }),
  check: ({ functions }) => findUnservedSockets(functions),
  open({ deployment, offers, clock, log }) {
    const gateway = createWebSocketGateway({
      deployment,
      functions: offers.take(functionsOffer),
      authorizer: offers.take(authorizerOffer),
      clock,
      log,
    });
    return {
      endpoint: createConnectionsEndpoint(deployment, gateway.connections),
      upgrade: gateway.upgrade,
      stop: gateway.close,
    };
  },
};
