import { describe, expect, it } from 'vitest';
import type { WebSocketApiModel } from '../../../../services/apigateway-websocket/model.ts';
import { selectRoute } from '../../../../services/apigateway-websocket/select-route.ts';

const apiWith = (keys: readonly string[], routeSelector = ['action']): WebSocketApiModel => ({
  id: 'a',
  name: 'a',
  path: 'a',
  stageName: 'live',
  routeSelector,
  routes: keys.map((key) => ({ key, functionArn: 'arn', responds: false, timeoutMilliseconds: 1 })),
});
const api = apiWith(['$connect', '$disconnect', '$default', 'catch_up', '7']);

describe('selectRoute', () => {
  it.each([
    ['{"action":"catch_up"}', 'catch_up'],
    ['{"action":7}', '7'],
    ['{"action":"else"}', '$default'],
    ['{"action":"$connect"}', '$default'],
    ['{"action":{"catch_up":1}}', '$default'],
    ['{"other":"catch_up"}', '$default'],
    ['"catch_up"', '$default'],
    ['null', '$default'],
    ['no JSON', '$default'],
    ['', '$default'],
  ])('takes %s to %s', (message, key) => {
    expect(selectRoute(api, message)?.key).toBe(key);
  });

  it('looks where the selector says', () => {
    const nested = apiWith(['go'], ['message', 'kind']);
    expect(selectRoute(nested, '{"message":{"kind":"go"}}')?.key).toBe('go');
  });

  it('finds nothing without a default', () => {
    expect(selectRoute(apiWith(['$connect', 'go']), '{"action":"stay"}')).toBeUndefined();
    expect(selectRoute(apiWith(['go']), '{"action":"constructor"}')).toBeUndefined();
  });
});
