import { assetKey, policy, role } from '../../local/test/builders/write-assembly.ts';

const ref = (name: string) => ({ Ref: name });
const join = (...parts: readonly unknown[]) => ({ 'Fn::Join': ['', parts] });
const functionArn = { 'Fn::GetAtt': ['Socket', 'Arn'] };

/** Routes by logical ID; `may` is whether API Gateway may invoke the function for it. */
const routes = [
  { id: 'Connect', key: '$connect', responds: false, may: true },
  { id: 'Disconnect', key: '$disconnect', responds: false, may: true },
  { id: 'Default', key: '$default', responds: true, may: true },
  { id: 'Seen', key: 'seen', responds: true, may: true },
  { id: 'Fail', key: 'fail', responds: false, may: true },
  { id: 'Silent', key: 'silent', responds: false, may: true },
  { id: 'Forbidden', key: 'forbidden', responds: true, may: false },
];

interface Declaration {
  readonly Type: string;
  readonly Properties?: object;
}

/**
 * One WebSocket API as the CDK writes it, and a function that tells what it saw: `$connect` answers the status in the
 * query parameter `answer`, or fails as it says; `$default` echoes; `seen` answers all events so far.
 */
export function webSocketProduct(): { readonly Resources: Record<string, Declaration>; readonly code: string } {
  const connections = join('arn:aws:execute-api:us-east-1:000000000000:', ref('Api'), '/live/*/@connections/*');
  const manage = { Effect: 'Allow', Action: 'execute-api:ManageConnections', Resource: connections };
  const Resources: Record<string, Declaration> = {
    Role: role('lambda.amazonaws.com', [manage]),
    Ops: role('sts.amazonaws.com', [manage], 'ssc-local-ops'),
    Support: {
      Type: 'AWS::IAM::Role',
      Properties: { RoleName: 'ssc-local-support', AssumeRolePolicyDocument: policy() },
    },
    Socket: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'ssc-local-live-socket',
        Code: { S3Key: assetKey },
        Handler: 'index.handler',
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Runtime: 'nodejs24.x',
        Timeout: 10,
        // One worker, so that it remembers all that it saw.
        ReservedConcurrentExecutions: 1,
        Environment: { Variables: { LIVE_URL: join({ 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, '/', ref('Stage')) } },
      },
    },
    Api: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: { Name: 'live', ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' },
    },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: {
        ApiId: ref('Api'),
        StageName: 'live',
        AutoDeploy: true,
        DefaultRouteSettings: { ThrottlingBurstLimit: 2, ThrottlingRateLimit: 1, LoggingLevel: 'OFF' },
      },
    },
    Account: {
      Type: 'AWS::ApiGateway::Account',
      Properties: { CloudWatchRoleArn: 'arn:aws:iam::000000000000:role/x' },
    },
  };
  for (const route of routes) Object.assign(Resources, routeResources(route));
  return { Resources, code };
}

function routeResources({ id, key, responds, may }: (typeof routes)[number]): Record<string, Declaration> {
  const properties = { ApiId: ref('Api') };
  const uri = join('arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/', functionArn, '/invocations');
  return {
    [`${id}Integration`]: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { ...properties, IntegrationType: 'AWS_PROXY', IntegrationUri: uri },
    },
    [`${id}Route`]: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ...properties,
        AuthorizationType: 'NONE',
        RouteKey: key,
        Target: join('integrations/', ref(`${id}Integration`)),
        ...(responds && { RouteResponseSelectionExpression: '$default' }),
      },
    },
    ...(responds && {
      [`${id}Response`]: {
        Type: 'AWS::ApiGatewayV2::RouteResponse',
        Properties: { ...properties, RouteId: ref(`${id}Route`), RouteResponseKey: '$default' },
      },
    }),
    ...(may && {
      [`${id}Permission`]: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: functionArn,
          Principal: 'apigateway.amazonaws.com',
          SourceArn: join('arn:aws:execute-api:us-east-1:000000000000:', ref('Api'), `/*${key}`),
        },
      },
    }),
  };
}

const code = `
const seen = [];
export const handler = async (event) => {
  seen.push(event);
  const { routeKey } = event.requestContext;
  const answer = event.queryStringParameters?.answer ?? '200';
  if (routeKey === '$connect') {
    if (answer === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
    if (answer === 'failure') throw new Error('as asked');
    return answer === 'nothing' ? undefined : { statusCode: answer === 'slow' ? 200 : Number(answer) };
  }
  if (routeKey === 'fail') throw new Error('as asked');
  return { statusCode: 200, body: routeKey === 'seen' ? JSON.stringify(seen) : 'default: ' + event.body };
};`;
