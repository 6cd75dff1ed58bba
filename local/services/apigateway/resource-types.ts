import { createHash } from 'node:crypto';
import { asText } from '../../core/assembly/json.ts';
import { noEffect, object, only, tags, used } from '../../core/assembly/property-rules.ts';
import type { NamedResource, ResourceTypes } from '../../core/assembly/resource.ts';

const description = noEffect('a description is for people');
const throttling = noEffect('one machine has no rate to protect');

export const httpApiTypes: ResourceTypes = {
  'AWS::ApiGatewayV2::Api': {
    rules: {
      CorsConfiguration: object({
        AllowCredentials: used,
        AllowHeaders: used,
        AllowMethods: used,
        AllowOrigins: used,
        ExposeHeaders: used,
        MaxAge: used,
      }),
      Description: description,
      DisableExecuteApiEndpoint: noEffect('one address serves all APIs locally'),
      IpAddressType: noEffect('only the loopback address is served'),
      Name: used,
      ProtocolType: only('HTTP', 'WEBSOCKET'),
      RouteSelectionExpression: used,
      Tags: tags,
    },
    identify: (resource, { region, endpointPort }) => {
      const id = shortId(resource);
      // A browser reaches a socket only at its real address: the HTTP front end, one port below the AWS endpoint.
      const endpoint =
        resource.properties['ProtocolType'] === 'WEBSOCKET'
          ? `ws://127.0.0.1:${endpointPort - 1}`
          : `https://${id}.execute-api.${region}.amazonaws.com`;
      return { ref: id, attributes: { ApiId: id, ApiEndpoint: endpoint } };
    },
  },
  'AWS::ApiGatewayV2::Stage': {
    rules: {
      AccessLogSettings: noEffect('requests are in the recorded calls'),
      ApiId: used,
      AutoDeploy: only(true),
      DefaultRouteSettings: object({
        DataTraceEnabled: noEffect('requests are in the recorded calls'),
        DetailedMetricsEnabled: noEffect('no metrics on one machine'),
        LoggingLevel: noEffect('requests are in the recorded calls'),
        ThrottlingBurstLimit: throttling,
        ThrottlingRateLimit: throttling,
      }),
      DeploymentId: noEffect('what the templates hold is deployed'),
      Description: description,
      RouteSettings: throttling,
      StageName: used,
      Tags: tags,
    },
    identify: ({ properties }) => ({ ref: asText(properties['StageName']) ?? '$default' }),
  },
  'AWS::ApiGatewayV2::Integration': {
    rules: {
      ApiId: used,
      Description: description,
      IntegrationMethod: only('POST'),
      IntegrationType: only('AWS_PROXY'),
      IntegrationUri: used,
      PayloadFormatVersion: only('2.0'),
      TimeoutInMillis: used,
    },
    identify: identifyApiPart,
  },
  'AWS::ApiGatewayV2::Route': {
    rules: {
      ApiId: used,
      AuthorizationScopes: used,
      AuthorizationType: used,
      AuthorizerId: used,
      OperationName: description,
      RouteKey: used,
      RouteResponseSelectionExpression: only('$default'),
      Target: used,
    },
    identify: identifyApiPart,
  },
  'AWS::ApiGatewayV2::Authorizer': {
    rules: {
      ApiId: used,
      AuthorizerType: only('JWT'),
      IdentitySource: used,
      JwtConfiguration: object({ Audience: used, Issuer: used }),
      Name: description,
    },
    identify: (resource) => ({ ref: shortId(resource), attributes: { AuthorizerId: shortId(resource) } }),
  },
};

/** API Gateway makes up IDs of ten lower-case characters; these stay the same from start to start. */
function shortId({ stack, logicalId }: NamedResource): string {
  return BigInt(`0x${createHash('sha256').update(`${stack}/${logicalId}`).digest('hex')}`)
    .toString(36)
    .slice(0, 10);
}

/** A part of an API, which has nothing but its ID. */
export function identifyApiPart(resource: NamedResource) {
  return { ref: shortId(resource) };
}
