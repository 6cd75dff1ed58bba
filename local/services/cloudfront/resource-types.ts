import { list, noEffect, object, only, tags, used } from '../../core/assembly/property-rules.ts';
import type { NamedResource, ResourceTypes } from '../../core/assembly/resource.ts';
import { asObject, asText } from '../../core/assembly/json.ts';

const description = noEffect('a description is for people');
const address = noEffect('only the loopback address is served, without TLS');

/** AWS's own policies by their IDs: CACHING_OPTIMIZED, which alone lets CloudFront compress; CACHING_DISABLED; and ALL_VIEWER_EXCEPT_HOST_HEADER. */
export const cachingOptimized = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const cachePolicies = [cachingOptimized, '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'];
const originRequestPolicies = ['b689b0a8-53d0-40ab-baf2-68738e2966ac'];

const behavior = {
  AllowedMethods: used,
  // Nothing is cached on one machine, which other policies would make visible.
  CachePolicyId: only(...cachePolicies),
  Compress: used,
  FunctionAssociations: list({ EventType: only('viewer-request'), FunctionARN: used }),
  OriginRequestPolicyId: only(...originRequestPolicies),
  PathPattern: used,
  ResponseHeadersPolicyId: used,
  TargetOriginId: used,
  ViewerProtocolPolicy: address,
};
const overridden = { Override: used };

export const cloudFrontTypes: ResourceTypes = {
  'AWS::CloudFront::Distribution': {
    rules: {
      DistributionConfig: object({
        Aliases: address,
        CacheBehaviors: list(behavior),
        Comment: description,
        DefaultCacheBehavior: object(behavior),
        Enabled: only(true),
        HttpVersion: address,
        IPV6Enabled: address,
        Origins: list({
          CustomOriginConfig: address,
          DomainName: used,
          Id: used,
          OriginAccessControlId: used,
          S3OriginConfig: object({ OriginAccessIdentity: only('') }),
        }),
        PriceClass: noEffect('one machine is one location'),
        ViewerCertificate: address,
        WebACLId: noEffect('one machine has no attackers to filter'),
      }),
      Tags: tags,
    },
    identify: (resource) => {
      const id = idOf(resource);
      return { ref: id, attributes: { Id: id, DomainName: `${id.toLowerCase()}.cloudfront.net` } };
    },
  },
  'AWS::CloudFront::ResponseHeadersPolicy': {
    rules: {
      ResponseHeadersPolicyConfig: object({
        Comment: description,
        CustomHeadersConfig: object({ Items: list({ Header: used, Override: used, Value: used }) }),
        Name: description,
        SecurityHeadersConfig: object({
          ContentSecurityPolicy: object({ ...overridden, ContentSecurityPolicy: used }),
          ContentTypeOptions: object(overridden),
          FrameOptions: object({ ...overridden, FrameOption: used }),
          ReferrerPolicy: object({ ...overridden, ReferrerPolicy: used }),
          StrictTransportSecurity: object({
            ...overridden,
            AccessControlMaxAgeSec: used,
            IncludeSubdomains: used,
            Preload: used,
          }),
        }),
      }),
    },
    identify: (resource) => ({ ref: idOf(resource), attributes: { Id: idOf(resource) } }),
  },
  'AWS::CloudFront::Function': {
    rules: {
      AutoPublish: only(true),
      FunctionCode: used,
      FunctionConfig: object({ Comment: description, Runtime: only('cloudfront-js-2.0') }),
      Name: used,
    },
    identify: ({ properties }, { account }) => {
      const arn = `arn:aws:cloudfront::${account}:function/${asText(properties['Name']) ?? ''}`;
      return { ref: arn, attributes: { FunctionARN: arn } };
    },
  },
  'AWS::CloudFront::OriginAccessControl': {
    rules: {
      OriginAccessControlConfig: object({
        Description: description,
        Name: description,
        OriginAccessControlOriginType: only('s3'),
        SigningBehavior: only('always'),
        SigningProtocol: only('sigv4'),
      }),
    },
    identify: (resource) => {
      const name = asText(asObject(resource.properties['OriginAccessControlConfig'])['Name']) ?? '';
      return { ref: name, attributes: { Id: name } };
    },
  },
};

/** CloudFront makes up IDs of capital letters and digits. */
function idOf({ generatedName }: NamedResource): string {
  return `E${generatedName().slice(-12).toUpperCase()}`;
}
