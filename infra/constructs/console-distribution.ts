import { Aws, Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { BehaviorOptions, DistributionProps } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { contentSecurityPolicy } from '../content-security-policy.ts';
import { handler } from '../edge/history-routes.ts';
import { acknowledge } from './acknowledge.ts';
import { globalNameOf, nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface ConsoleDistributionProps extends Pick<StageContext, 'config'> {
  readonly bucket: IBucket;
  readonly api: HttpApi;
  /** What the page connects to beside its own origin. */
  readonly connections: readonly string[];
}

/** The console and the seller API at one address, so that the page asks no other origin. */
export class ConsoleDistribution extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: ConsoleDistributionProps) {
    super(scope, id);
    const { config, api } = props;
    const files = this.fileBehavior(props);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `${nameOf(config)}: the seller console`,
      defaultBehavior: {
        ...files,
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.historyRoutes(config) }],
      },
      additionalBehaviors: {
        '/assets/*': files,
        '/v1/*': {
          origin: new HttpOrigin(`${api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`, {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          // API Gateway finds the API by its own host name.
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Without South America and Oceania, whose locations cost the most: sellers there are served from farther away.
      priceClass: PriceClass.PRICE_CLASS_200,
      ...this.domainOf(config),
      ...(config.consoleWebAclArn !== undefined && { webAclId: config.consoleWebAclArn }),
    });
    this.acknowledgeFindings(config);
  }

  private fileBehavior({ bucket, config, connections }: ConsoleDistributionProps): BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl: this.access(config) }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      // Holds each file as long as its own header says.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: this.headers(globalNameOf(config, 'console'), connections),
    };
  }

  /** Named, since CDK's own name would be the same in each region. */
  private access(config: ConsoleDistributionProps['config']): S3OriginAccessControl {
    return new S3OriginAccessControl(this, 'Access', { originAccessControlName: globalNameOf(config, 'console') });
  }

  private headers(responseHeadersPolicyName: string, connections: readonly string[]): ResponseHeadersPolicy {
    const custom = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    };
    return new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName,
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(connections), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(custom).map(([header, value]) => ({ header, value, override: true })),
      },
    });
  }

  private historyRoutes(config: ConsoleDistributionProps['config']): EdgeFunction {
    return new EdgeFunction(this, 'HistoryRoutes', {
      functionName: globalNameOf(config, 'console-routes'),
      comment: 'Routes of the console are its one page',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(handler.toString()),
    });
  }

  private acknowledgeFindings(config: ConsoleDistributionProps['config']): void {
    const accept = (finding: string, reason: string): void => acknowledge(this.distribution, finding, reason);
    accept('CFR1', 'Sellers travel: no country is shut out.');
    accept(
      'CFR3',
      'Standard logs hold addresses of people, and query strings with the usernames of buyers, which nothing would erase. The API logs its routes.',
    );
    if (config.consoleWebAclArn === undefined)
      accept('CFR2', 'A web ACL is given by consoleWebAclArn: it belongs to us-east-1, wherever this stack is.');
    if (config.consoleCertificateArn === undefined)
      accept(
        'CFR4',
        'CloudFront’s own certificate comes with its own choice of TLS versions; a domain brings TLS 1.2.',
      );
  }

  /** The domain of the console's URL, where there is a certificate for it. */
  private domainOf({
    consoleUrl,
    consoleCertificateArn,
  }: ConsoleDistributionProps['config']): Partial<DistributionProps> {
    if (consoleCertificateArn === undefined || consoleUrl === undefined) return {};
    const certificate = Certificate.fromCertificateArn(this, 'Certificate', consoleCertificateArn);
    return {
      domainNames: [new URL(consoleUrl).hostname],
      certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }
}
