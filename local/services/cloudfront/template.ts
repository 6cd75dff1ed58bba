import type { Catalog } from '../../core/assembly/catalog.ts';
import { asBoolean, asList, asObject, asStrings, asText, withoutUndefined } from '../../core/assembly/json.ts';
import type { Json, JsonObject } from '../../core/assembly/json.ts';
import type { Account, Resource } from '../../core/assembly/resource.ts';
import type { BehaviorModel, DistributionModel, OriginModel, ResponseHeader } from './model.ts';
import { loadEdgeFunction } from './edge-function.ts';
import { cachingOptimized } from './resource-types.ts';

export function readDistributions(catalog: Catalog, { account }: Account): readonly DistributionModel[] {
  const headers = new Map(
    catalog.read('AWS::CloudFront::ResponseHeadersPolicy', (policy) => [policy.ref, readHeaders(policy)] as const),
  );
  const functions = new Map(
    catalog.read('AWS::CloudFront::Function', ({ properties, ref }) => {
      const code = asText(properties['FunctionCode']) ?? '';
      loadEdgeFunction(code);
      return [ref, code] as const;
    }),
  );
  return catalog.read('AWS::CloudFront::Distribution', ({ properties, ref, path }) => {
    const config = asObject(properties['DistributionConfig']);
    const origins = new Map(
      asList(config['Origins']).map((origin) => [asObject(origin)['Id'], readOrigin(asObject(origin), catalog)]),
    );
    const read = (behavior: Json | undefined): BehaviorModel => {
      const { FunctionAssociations, AllowedMethods, PathPattern, ...others } = asObject(behavior);
      const origin = origins.get(others['TargetOriginId'] ?? null);
      if (origin === undefined) throw new Error(`there is no origin ${asText(others['TargetOriginId']) ?? ''}`);
      const [association] = asList(FunctionAssociations);
      const functionArn = asText(asObject(association)['FunctionARN']);
      const viewerRequest = functionArn === undefined ? undefined : functions.get(functionArn);
      if (functionArn !== undefined && viewerRequest === undefined)
        throw new Error(`there is no function ${functionArn}`);
      const policy = asText(others['ResponseHeadersPolicyId']);
      const responseHeaders = policy === undefined ? [] : headers.get(policy);
      if (responseHeaders === undefined) throw new Error(`property ResponseHeadersPolicyId: there is no ${policy}`);
      return withoutUndefined({
        pathPattern: asText(PathPattern) ?? '*',
        methods: AllowedMethods === undefined ? ['GET', 'HEAD'] : asStrings(AllowedMethods),
        origin,
        viewerRequest,
        compresses: asBoolean(others['Compress']) === true && others['CachePolicyId'] === cachingOptimized,
        responseHeaders,
      });
    };
    return {
      arn: `arn:aws:cloudfront::${account}:distribution/${ref}`,
      path,
      behaviors: [...asList(config['CacheBehaviors']).map(read), read(config['DefaultCacheBehavior'])],
    };
  });
}

/** By its domain name: a bucket that answers to CloudFront's signature, or an HTTP API. */
function readOrigin(origin: JsonObject, catalog: Catalog): OriginModel {
  const domainName = asText(origin['DomainName']) ?? '';
  const bucket = catalog
    .ofType('AWS::S3::Bucket')
    .find(({ attributes }) => attributes['RegionalDomainName'] === domainName);
  if (bucket !== undefined) {
    if (origin['OriginAccessControlId'] === undefined)
      throw new Error(`origin ${domainName}: a bucket without an origin access control is not supported`);
    return { type: 'bucket', name: bucket.ref };
  }
  const apiId = /^([a-z0-9]+)\.execute-api\./.exec(domainName)?.[1];
  const api = catalog.ofType('AWS::ApiGatewayV2::Api').find(({ ref }) => ref === apiId);
  if (api?.properties['ProtocolType'] !== 'HTTP') throw new Error(`origin ${domainName} is not of this assembly`);
  return { type: 'http_api' };
}

function readHeaders({ properties }: Resource): readonly ResponseHeader[] {
  const config = asObject(properties['ResponseHeadersPolicyConfig']);
  const security = asObject(config['SecurityHeadersConfig']);
  const header = (name: string, from: string, value: (settings: JsonObject) => Json | undefined): ResponseHeader[] => {
    const settings = security[from];
    if (settings === undefined) return [];
    const text = asText(value(asObject(settings))) ?? '';
    return [{ name, value: text, overrides: asBoolean(asObject(settings)['Override']) ?? false }];
  };
  const custom = asList(asObject(config['CustomHeadersConfig'])['Items']).map((item): ResponseHeader => {
    const { Header, Value, Override } = asObject(item);
    return { name: String(Header).toLowerCase(), value: String(Value), overrides: asBoolean(Override) ?? false };
  });
  return [
    ...header('content-security-policy', 'ContentSecurityPolicy', (one) => one['ContentSecurityPolicy']),
    ...header('x-content-type-options', 'ContentTypeOptions', () => 'nosniff'),
    ...header('x-frame-options', 'FrameOptions', (one) => one['FrameOption']),
    ...header('referrer-policy', 'ReferrerPolicy', (one) => one['ReferrerPolicy']),
    ...header('strict-transport-security', 'StrictTransportSecurity', strictTransport),
    ...custom,
  ];
}

function strictTransport(settings: JsonObject): string {
  return [
    `max-age=${asText(settings['AccessControlMaxAgeSec']) ?? ''}`,
    ...(asBoolean(settings['IncludeSubdomains']) ? ['includeSubDomains'] : []),
    ...(asBoolean(settings['Preload']) ? ['preload'] : []),
  ].join('; ');
}
