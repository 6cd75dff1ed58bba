import type { Catalog } from '../../core/assembly/catalog.ts';
import type { HttpApiModel, RouteModel } from './model.ts';
import {
  asBoolean,
  asNumber,
  asObject,
  asStrings,
  asText,
  isJsonObject,
  withoutUndefined,
} from '../../core/assembly/json.ts';
import type { Json } from '../../core/assembly/json.ts';
import type { Resource } from '../../core/assembly/resource.ts';

export function readHttpApis(catalog: Catalog): readonly HttpApiModel[] {
  const stages = catalog.ofType('AWS::ApiGatewayV2::Stage');
  const authorizers = catalog.ofType('AWS::ApiGatewayV2::Authorizer');
  const integrations = catalog.ofType('AWS::ApiGatewayV2::Integration');
  const apiIds = new Set(
    catalog
      .ofType('AWS::ApiGatewayV2::Api')
      .filter(isHttp)
      .map(({ ref }) => ref),
  );
  const routes = catalog.read('AWS::ApiGatewayV2::Route', (route) => {
    const apiId = asText(route.properties['ApiId']) ?? '';
    return apiIds.has(apiId) ? [{ apiId, route: readRoute(route, integrations, authorizers) }] : [];
  });
  const apis = catalog.read('AWS::ApiGatewayV2::Api', (api) => {
    if (!isHttp(api)) return [];
    const { properties, ref, path } = api;
    const model = {
      id: ref,
      name: asText(properties['Name']) ?? ref,
      path,
      stageName: onlyStageOf(ref, stages),
      routes: routes
        .flat()
        .filter(({ apiId }) => apiId === ref)
        .map(({ route }) => route),
      cors: readCors(properties['CorsConfiguration']),
    };
    return [withoutUndefined(model)];
  });
  return apis.flat();
}

function isHttp({ properties }: Resource): boolean {
  return properties['ProtocolType'] === 'HTTP';
}

/** Throws unless the API has one stage, which is all that one address can serve. */
export function onlyStageOf(apiId: string, stages: readonly Resource[]): string {
  const [stage, ...others] = stages.filter(({ properties }) => properties['ApiId'] === apiId);
  if (stage === undefined || others.length > 0) throw new Error('an API needs exactly one stage');
  return stage.ref;
}

/** The function that a route's target leads to, and the integration's timeout where it has one of its own. */
export function readTarget(
  { properties }: Resource,
  integrations: readonly Resource[],
): { readonly functionArn: string; readonly timeoutMilliseconds: number | undefined } {
  const target = asText(properties['Target'])?.replace(/^integrations\//, '');
  const integration = integrations.find(({ ref }) => ref === target);
  const uri = asText(integration?.properties['IntegrationUri']);
  // Either the function's ARN, or API Gateway's own path to it, which holds the ARN.
  const functionArn = uri?.match(/arn:aws:lambda:[^/]*/)?.[0];
  if (functionArn === undefined) throw new Error(`property Target: ${target ?? ''} leads to no function`);
  return { functionArn, timeoutMilliseconds: asNumber(integration?.properties['TimeoutInMillis']) };
}

function readRoute(route: Resource, integrations: readonly Resource[], authorizers: readonly Resource[]): RouteModel {
  const { functionArn, timeoutMilliseconds } = readTarget(route, integrations);
  return {
    key: asText(route.properties['RouteKey']) ?? '',
    functionArn,
    authorization: readAuthorization(route.properties, authorizers),
    timeoutMilliseconds: timeoutMilliseconds ?? 30_000,
  };
}

function readAuthorization(
  properties: Resource['properties'],
  authorizers: readonly Resource[],
): RouteModel['authorization'] {
  const type = asText(properties['AuthorizationType']) ?? 'NONE';
  if (type === 'NONE' || type === 'AWS_IAM') return { type };
  if (type !== 'JWT') throw new Error(`property AuthorizationType: ${type} is not supported`);
  const authorizer = authorizers.find(({ ref }) => ref === properties['AuthorizerId']);
  if (authorizer === undefined) throw new Error('property AuthorizerId: there is no such authorizer');
  const source = asStrings(authorizer.properties['IdentitySource']);
  if (source.length !== 1 || source[0]?.toLowerCase() !== '$request.header.authorization') {
    throw new Error(`property AuthorizerId: identity source ${source.join(', ')} is not supported`);
  }
  const jwt = asObject(authorizer.properties['JwtConfiguration']);
  return {
    type,
    issuer: asText(jwt['Issuer']) ?? '',
    audience: asStrings(jwt['Audience']),
    scopes: asStrings(properties['AuthorizationScopes']),
  };
}

function readCors(cors: Json | undefined): HttpApiModel['cors'] {
  if (!isJsonObject(cors)) return undefined;
  return withoutUndefined({
    allowOrigins: asStrings(cors['AllowOrigins']),
    allowMethods: asStrings(cors['AllowMethods']),
    allowHeaders: asStrings(cors['AllowHeaders']),
    exposeHeaders: asStrings(cors['ExposeHeaders']),
    maxAgeSeconds: asNumber(cors['MaxAge']),
    allowCredentials: asBoolean(cors['AllowCredentials']) ?? false,
  });
}
