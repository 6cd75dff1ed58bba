import { describe, expect, it } from 'vitest';
import { loadDeployment } from '../../../../deployment.ts';
import { webSocketProduct } from '../../../../../test/builders/websocket-product.ts';
import { writeAssembly } from '../../../builders/write-assembly.ts';

const place = { account: '000000000000', region: 'us-east-1', endpointPort: 4001 };
type Resources = ReturnType<typeof webSocketProduct>['Resources'];
const load = (change: (resources: Resources) => object = () => ({})) => {
  const { Resources } = webSocketProduct();
  return loadDeployment(writeAssembly({ app: { Resources: { ...Resources, ...change(Resources) } } }), place);
};
const changed = (name: string, properties: object) => (resources: Resources) => ({
  [name]: { ...resources[name], Properties: { ...resources[name]?.Properties, ...properties } },
});

describe('readWebSocketApis', () => {
  it('reads routes with their function, and which of them answer', () => {
    const { webSocketApis, httpApis } = load();
    expect(httpApis).toEqual([]);
    expect(webSocketApis).toMatchObject([{ name: 'live', stageName: 'live', routeSelector: ['action'] }]);
    const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:ssc-local-live-socket';
    const common = { functionArn, responds: false, timeoutMilliseconds: 29_000 };
    expect(webSocketApis[0]?.routes).toEqual(
      expect.arrayContaining([
        { ...common, key: '$connect' },
        { ...common, key: '$disconnect' },
        { ...common, key: '$default', responds: true },
        { ...common, key: 'fail' },
      ]),
    );
  });

  it('gives functions the address of the socket at the HTTP front end', () => {
    expect(load().functions[0]?.environment).toEqual({ LIVE_URL: 'ws://127.0.0.1:4000/live' });
  });

  it('refuses a variable with the address that a socket would have on AWS', () => {
    const joined = { 'Fn::Join': ['', ['wss://', { Ref: 'Api' }, '.execute-api.us-east-1.amazonaws.com/live']] };
    const elsewhere = changed('Socket', { Environment: { Variables: { LIVE_URL: joined } } });
    expect(() => load(elsewhere)).toThrow('app/Socket: variable LIVE_URL must come from the API');
  });

  it('reads a nested selector, in braces too, and refuses what is none', () => {
    const selector = (RouteSelectionExpression: string) => load(changed('Api', { RouteSelectionExpression }));
    expect(selector('${request.body.a.b}').webSocketApis[0]?.routeSelector).toEqual(['a', 'b']);
    expect(() => selector('$request.header.x')).toThrow('property RouteSelectionExpression: $request.header.x');
    expect(() => selector('${request.body.a')).toThrow('property RouteSelectionExpression');
  });

  it('refuses an authorizer, and more than one stage', () => {
    expect(() => load(changed('ConnectRoute', { AuthorizationType: 'AWS_IAM' }))).toThrow('AuthorizationType: AWS_IAM');
    expect(() => load(({ Stage }) => ({ Second: Stage ?? {} }))).toThrow('an API needs exactly one stage');
  });
});
