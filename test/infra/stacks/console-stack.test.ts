import { describe, expect, it } from 'vitest';
import { createApp } from '../../../infra/app.ts';
import { folderOfFile } from '../../tooling/temporary-folders/file-folders.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const stage = synthesizeStage('prod without an issuer');
const ofConsole = stage.resources.filter(({ stack }) => stack === 'ssc-prod-console');
const only = (type: string) => {
  const found = ofConsole.filter((resource) => resource.type === type);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${type}`);
  return found[0];
};
const config = only('AWS::CloudFront::Distribution').properties['DistributionConfig'] as {
  readonly DefaultCacheBehavior: Record<string, unknown>;
  readonly CacheBehaviors: readonly Record<string, unknown>[];
  readonly Origins: readonly Record<string, unknown>[];
};
const behaviorOf = (pattern: string) => config.CacheBehaviors.find(({ PathPattern }) => PathPattern === pattern) ?? {};
const originOf = ({ TargetOriginId }: Record<string, unknown>) =>
  config.Origins.find(({ Id }) => Id === TargetOriginId) ?? {};
const deployments = ofConsole.filter(({ type }) => type === 'Custom::CDKBucketDeployment');

describe('the console’s bucket', () => {
  it('is closed to the public, and read by this distribution alone, over TLS', () => {
    expect(only('AWS::S3::Bucket').properties['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    const { Statement } = only('AWS::S3::BucketPolicy').properties['PolicyDocument'] as { Statement: object[] };
    expect(Statement).toHaveLength(2);
    expect(Statement).toMatchObject([
      { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      },
    ]);
  });

  it('is left behind rather than holding up the deletion of its stack', () => {
    expect(only('AWS::S3::Bucket').deletionPolicy).toBe('Retain');
  });
});

describe('the distribution', () => {
  it('serves files signed to the bucket, and history routes by its function', () => {
    const { DefaultCacheBehavior: files } = config;
    expect(originOf(files)).toMatchObject({ OriginAccessControlId: expect.anything() });
    expect(files).toMatchObject({
      AllowedMethods: ['GET', 'HEAD'],
      ViewerProtocolPolicy: 'redirect-to-https',
      ResponseHeadersPolicyId: { Ref: only('AWS::CloudFront::ResponseHeadersPolicy').id },
      FunctionAssociations: [{ EventType: 'viewer-request' }],
    });
  });

  it('serves hashed files with the same headers, without the function', () => {
    const assets = behaviorOf('/assets/*');
    expect(assets['ResponseHeadersPolicyId']).toEqual(config.DefaultCacheBehavior['ResponseHeadersPolicyId']);
    expect(assets).not.toHaveProperty('FunctionAssociations');
  });

  it('hands /v1 on to the seller API, uncached, over TLS 1.2, with all but the host', () => {
    const api = behaviorOf('/v1/*');
    expect(api).toMatchObject({
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      ViewerProtocolPolicy: 'https-only',
    });
    expect(originOf(api)).toMatchObject({
      CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
    });
    expect(JSON.stringify(originOf(api)['DomainName'])).toMatch(/ExportsOutputRefSellerApi.*execute-api/);
  });

  it('tells browsers to be strict', () => {
    const policy = only('AWS::CloudFront::ResponseHeadersPolicy').properties['ResponseHeadersPolicyConfig'];
    expect(policy).toMatchObject({
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: true },
      },
      CustomHeadersConfig: {
        Items: [
          { Header: 'Cross-Origin-Opener-Policy', Value: 'same-origin' },
          { Header: 'Cross-Origin-Resource-Policy', Value: 'same-origin' },
          { Header: 'Permissions-Policy' },
        ],
      },
    });
  });

  it('lets the page connect to the WebSocket, the pool’s keys and the pool’s tokens', () => {
    const policy = JSON.stringify(only('AWS::CloudFront::ResponseHeadersPolicy').properties);
    const connections = /connect-src 'self' (.*?); base-uri/.exec(policy)?.[1] ?? '';
    expect(connections).toMatch(/LiveApi\w+ApiEndpoint.*\/live https:\/\/cognito-idp\..*\.auth\./);
  });
});

describe('a deployment of the console', () => {
  it('brings hashed files for ever, then the page, which is asked about before each use', () => {
    expect(deployments.map(({ properties }) => properties['SystemMetadata'])).toEqual([
      { 'cache-control': 'public, max-age=31536000, immutable' },
      { 'cache-control': 'no-cache' },
    ]);
    const template = JSON.parse(stage.templates['ssc-prod-console'] ?? '') as {
      Resources: Record<string, { DependsOn?: string[] }>;
    };
    const [hashed, page] = deployments;
    expect(template.Resources[page?.id ?? '']?.DependsOn).toContain(hashed?.id);
  });

  it('leaves the files of earlier versions to pages that are open', () => {
    for (const { properties } of deployments) expect(properties['Prune']).toBe(false);
  });

  it('has CloudFront ask for the page and its settings anew', () => {
    expect(deployments.map(({ properties }) => properties['DistributionPaths'])).toEqual([
      undefined,
      ['/index.html', '/config.json'],
    ]);
  });

  it('writes the issuer, the client and the WebSocket of the stage into the settings', () => {
    const markers = JSON.stringify(deployments[1]?.properties['SourceMarkers']);
    expect(markers).toMatch(/ProviderURL/);
    expect(markers).toMatch(/RefSellersPoolConsole/);
    expect(markers).toMatch(/LiveApi\w+ApiEndpoint/);
  });
});

describe('a stage with a domain and a web ACL', () => {
  const account = `arn:aws:acm:us-east-1:${'1'.repeat(12)}`;
  const environment = {
    SSC_STAGE: 'prod',
    SSC_CONSOLE_URL: 'https://console.example.com',
    SSC_MAIL_SENDER: 'security-center@example.com',
    SSC_CONSOLE_CERTIFICATE_ARN: `${account}:certificate/1`,
    SSC_CONSOLE_WEB_ACL_ARN: `${account.replace(':acm:', ':wafv2:')}:global/webacl/shops/1`,
  };
  const distribution = synthesizeStage('prod without an issuer', environment)
    .ofType('AWS::CloudFront::Distribution')
    .map(({ properties }) => properties['DistributionConfig']);

  it('is served by its name, by TLS 1.2 and newer, behind the web ACL', () => {
    expect(distribution).toMatchObject([
      {
        Aliases: ['console.example.com'],
        ViewerCertificate: {
          AcmCertificateArn: environment.SSC_CONSOLE_CERTIFICATE_ARN,
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
        WebACLId: environment.SSC_CONSOLE_WEB_ACL_ARN,
      },
    ]);
  });
});

describe('a folder without a build', () => {
  it('is named', () => {
    const create = () =>
      createApp({
        functions: [],
        environment: { SSC_STAGE: 'local' },
        outDirectory: folderOfFile('ssc-out-'),
        entryDirectory: '/nowhere',
        consoleDirectory: '/nowhere',
      });
    expect(create).toThrow('The console has not been built: /nowhere has no index.html.');
  });
});
