import type { Catalog } from '../../core/assembly/catalog.ts';
import type { FunctionModel } from '../lambda/model.ts';
import type { WebSocketApiModel, WebSocketRouteModel } from './model.ts';
import { onlyStageOf, readTarget } from '../apigateway/template.ts';
import { asText } from '../../core/assembly/json.ts';
import type { Resource } from '../../core/assembly/resource.ts';

/** Reads the APIs of protocol WEBSOCKET; all that is not played locally is a problem that names it. */
export function readWebSocketApis(catalog: Catalog): readonly WebSocketApiModel[] {
  const stages = catalog.ofType('AWS::ApiGatewayV2::Stage');
  const integrations = catalog.ofType('AWS::ApiGatewayV2::Integration');
  const responses = catalog.ofType('AWS::ApiGatewayV2::RouteResponse');
  const apiIds = new Set(
    catalog
      .ofType('AWS::ApiGatewayV2::Api')
      .filter(isWebSocket)
      .map(({ ref }) => ref),
  );
  const routes = catalog.read('AWS::ApiGatewayV2::Route', (route) => {
    const apiId = asText(route.properties['ApiId']) ?? '';
    return apiIds.has(apiId) ? [{ apiId, route: readRoute(route, integrations, responses) }] : [];
  });
  const apis = catalog.read('AWS::ApiGatewayV2::Api', (api) => {
    if (!isWebSocket(api)) return [];
    const { properties, ref, path } = api;
    const model: WebSocketApiModel = {
      id: ref,
      name: asText(properties['Name']) ?? ref,
      path,
      stageName: onlyStageOf(ref, stages),
      routeSelector: readSelector(asText(properties['RouteSelectionExpression']) ?? ''),
      routes: routes
        .flat()
        .filter(({ apiId }) => apiId === ref)
        .map(({ route }) => route),
    };
    return [model];
  });
  return apis.flat();
}

function isWebSocket({ properties }: Resource): boolean {
  return properties['ProtocolType'] === 'WEBSOCKET';
}

function readRoute(
  route: Resource,
  integrations: readonly Resource[],
  responses: readonly Resource[],
): WebSocketRouteModel {
  const { properties, ref } = route;
  const authorization = asText(properties['AuthorizationType']) ?? 'NONE';
  if (authorization !== 'NONE') throw new Error(`property AuthorizationType: ${authorization} is not supported`);
  const { functionArn, timeoutMilliseconds } = readTarget(route, integrations);
  return {
    key: asText(properties['RouteKey']) ?? '',
    functionArn,
    // The expression alone does not make an answer: it chooses among the responses that there are.
    responds:
      properties['RouteResponseSelectionExpression'] !== undefined &&
      responses.some((response) => response.properties['RouteId'] === ref),
    timeoutMilliseconds: timeoutMilliseconds ?? 29_000,
  };
}

/** `$request.body.action`, also in braces as API Gateway's console writes it. */
function readSelector(expression: string): readonly string[] {
  const path = /^\$(\{?)request\.body\.([\w-]+(?:\.[\w-]+)*)(\}?)$/.exec(expression);
  if (path?.[2] === undefined || (path[1] === '{') !== (path[3] === '}')) {
    throw new Error(`property RouteSelectionExpression: ${expression} is not supported`);
  }
  return path[2].split('.');
}

/** Variables that name a socket's address on AWS, at which nothing is served here: one problem each. */
export function findUnservedSockets(functions: readonly FunctionModel[]): readonly string[] {
  return functions.flatMap(({ path, environment }) =>
    Object.entries(environment)
      .filter(([, value]) => /^wss:\/\/[^/]*\.execute-api\./.test(value))
      .map(
        ([name]) => `${path}: variable ${name} must come from the API's attribute ApiEndpoint to lead to it locally`,
      ),
  );
}
