import { describe, expect, it } from 'vitest';
import { createAuthorizer } from '../../../local/services/iam/authorizer.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const stage = synthesizeStage('local');
const deployment = stage.deployment();
const authorizer = createAuthorizer(deployment);
const api = deployment.webSocketApis[0];
const environmentOf = (name: string) =>
  deployment.functions.find((one) => one.name === `ssc-local-${name}`)?.environment ?? {};
const may = (roleArn: string, method: string, apiId = api?.id, stageName = 'live'): boolean =>
  authorizer.decide({
    principal: { type: 'role', roleArn, accessKeyId: 'test', label: 'test' },
    action: 'execute-api:ManageConnections',
    resource: `arn:aws:execute-api:us-east-1:000000000000:${apiId}/${stageName}/${method}/@connections/a1=`,
    context: {},
  }).allowed;

describe('the WebSocket API', () => {
  it('sends what it knows to the socket’s function, and no other', () => {
    expect(deployment.webSocketApis).toHaveLength(1);
    expect(api).toMatchObject({ name: 'ssc-local-live', stageName: 'live', routeSelector: ['action'] });
    expect(api?.routes.map(({ key }) => key).toSorted()).toEqual(['$connect', '$default', '$disconnect', 'catch_up']);
    for (const { functionArn, responds } of api?.routes ?? []) {
      expect(functionArn).toMatch(/:ssc-local-live-socket$/);
      expect(responds).toBe(false);
    }
  });

  it('lets the two that answer and publish post and close, and nobody else', () => {
    const posting = deployment.functions.filter(({ roleArn }) => may(roleArn, 'POST'));
    expect(posting.map(({ name }) => name).toSorted()).toEqual(['ssc-local-live-publisher', 'ssc-local-live-socket']);
    for (const { roleArn, name } of posting) {
      expect(may(roleArn, 'DELETE'), name).toBe(true);
      expect(may(roleArn, 'GET'), name).toBe(false);
      expect(may(roleArn, 'POST', 'another'), name).toBe(false);
      expect(may(roleArn, 'POST', api?.id, 'another'), name).toBe(false);
    }
  });

  it('reaches no alert, block or order: its functions know connections and the feed', () => {
    const table = deployment.tables[0]?.arn ?? '';
    const roleOf = (name: string) =>
      deployment.functions.find((one) => one.name === `ssc-local-${name}`)?.roleArn ?? '';
    const allows = (name: string, action: string, key: string) =>
      authorizer.decide({
        principal: { type: 'role', roleArn: roleOf(name), accessKeyId: name, label: name },
        action: `dynamodb:${action}`,
        resource: table,
        context: { 'dynamodb:LeadingKeys': [key] },
      }).allowed;
    for (const name of ['live-ticket-api', 'live-socket', 'live-publisher']) {
      for (const key of ['ALERT#1#2', 'BUYER#1', 'ORDER#1#2', 'ACTIVITY#1', 'GATE#1#2']) {
        for (const action of ['GetItem', 'PutItem']) expect(allows(name, action, key), `${name} ${key}`).toBe(false);
      }
      expect(allows(name, 'Query', 'SHOP#1'), name).toBe(false);
    }
    expect(allows('live-ticket-api', 'PutItem', 'TICKET#1')).toBe(true);
    expect(allows('live-ticket-api', 'GetItem', 'TICKET#1')).toBe(false);
    expect(allows('live-publisher', 'BatchGetItem', 'TICKET#1')).toBe(false);
    expect(allows('live-socket', 'PutItem', 'FEED#1')).toBe(false);
  });

  it('is known to its functions by the addresses that the template gives them', () => {
    const prod = synthesizeStage('prod').ofType('AWS::Lambda::Function');
    const variables = (name: string) =>
      (
        prod.find(({ properties }) => properties['FunctionName'] === `ssc-prod-${name}`)?.properties['Environment'] as
          | { Variables: Record<string, unknown> }
          | undefined
      )?.Variables ?? {};
    expect(JSON.stringify(variables('live-ticket-api')['LIVE_URL'])).toMatch(/ApiEndpoint.*\/live"/);
    for (const name of ['live-publisher', 'live-socket']) {
      expect(JSON.stringify(variables(name)['LIVE_CALLBACK_URL'])).toMatch(/"https:\/\/".*\.execute-api\..*\/live"/);
    }
    // No console, no page that may connect.
    expect(variables('live-socket')['ALLOWED_ORIGINS']).toBe('');
    expect(environmentOf('live-socket')['ALLOWED_ORIGINS']).toBe('http://127.0.0.1:* http://localhost:*');
    expect(environmentOf('live-ticket-api')['LIVE_URL']).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/live$/);
  });

  it('logs no query, in which a ticket stands', () => {
    const live = stage.ofType('AWS::ApiGatewayV2::Stage').find(({ properties }) => properties['StageName'] === 'live');
    const { Format } = (live?.properties['AccessLogSettings'] ?? {}) as { Format?: string };
    expect(Format).toContain('$context.connectionId');
    expect(Format).not.toMatch(/query|header|path|sourceIp|requestOverride/i);
  });
});
