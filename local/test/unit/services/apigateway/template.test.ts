import { describe, expect, it } from 'vitest';
import { loadDeployment } from '../../../../deployment.ts';
import { assetKey, role, writeAssembly } from '../../../builders/write-assembly.ts';

const ref = (name: string) => ({ Ref: name });
const integration = {
  ApiId: ref('Api'),
  IntegrationType: 'AWS_PROXY',
  PayloadFormatVersion: '2.0',
  IntegrationUri: { 'Fn::GetAtt': ['Fn', 'Arn'] },
  TimeoutInMillis: 5000,
};
const target = { 'Fn::Join': ['', ['integrations/', ref('Integration')]] };
const resources = {
  Role: role('lambda.amazonaws.com'),
  Fn: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: 'fn',
      Code: { S3Key: assetKey },
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Runtime: 'nodejs24.x',
    },
  },
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'seller', ProtocolType: 'HTTP' } },
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
  },
  Integration: { Type: 'AWS::ApiGatewayV2::Integration', Properties: integration },
  Jwt: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      ApiId: ref('Api'),
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'http://issuer', Audience: ['ssc'] },
      Name: 'jwt',
    },
  },
  Seller: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: ref('Api'),
      RouteKey: 'GET /v1/a',
      Target: target,
      AuthorizationType: 'JWT',
      AuthorizerId: ref('Jwt'),
      AuthorizationScopes: ['ssc/seller'],
    },
  },
  Service: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { ApiId: ref('Api'), RouteKey: 'POST /v1/b', Target: target, AuthorizationType: 'AWS_IAM' },
  },
};

describe('readHttpApis', () => {
  it('reads routes with their function, timeout and authorizer', () => {
    const { httpApis } = loadDeployment(writeAssembly({ app: { Resources: resources } }), {
      account: '000000000000',
      region: 'us-east-1',
      endpointPort: 1,
    });
    const common = { functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:fn', timeoutMilliseconds: 5000 };
    expect(httpApis).toMatchObject([
      {
        name: 'seller',
        stageName: '$default',
        routes: [
          {
            ...common,
            key: 'GET /v1/a',
            authorization: { type: 'JWT', issuer: 'http://issuer', audience: ['ssc'], scopes: ['ssc/seller'] },
          },
          { ...common, key: 'POST /v1/b', authorization: { type: 'AWS_IAM' } },
        ],
      },
    ]);
    expect(httpApis[0]?.id).toMatch(/^[a-z0-9]{10}$/);
  });
});
