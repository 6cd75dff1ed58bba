import { identifyApiPart } from '../apigateway/resource-types.ts';
import { noEffect, only, used } from '../../core/assembly/property-rules.ts';
import type { ResourceTypes } from '../../core/assembly/resource.ts';

/** What WebSocket APIs have beside the types that they share with HTTP APIs. */
export const webSocketTypes: ResourceTypes = {
  'AWS::ApiGatewayV2::RouteResponse': {
    rules: { ApiId: used, RouteId: used, RouteResponseKey: only('$default') },
    identify: identifyApiPart,
  },
  'AWS::ApiGatewayV2::Deployment': {
    rules: {
      ApiId: used,
      Description: noEffect('a description is for people'),
      StageName: noEffect('what the templates hold is deployed'),
    },
    identify: (resource) => ({
      ...identifyApiPart(resource),
      attributes: { DeploymentId: identifyApiPart(resource).ref },
    }),
  },
  // API Gateway writes the access logs of WebSocket APIs, not those of HTTP APIs, by a role of the account's.
  'AWS::ApiGateway::Account': {
    rules: { CloudWatchRoleArn: noEffect('requests are in the recorded calls') },
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
};
