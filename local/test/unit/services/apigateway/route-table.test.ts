import { describe, expect, it } from 'vitest';
import type { HttpApiModel } from '../../../../services/apigateway/model.ts';
import { createRouteTable } from '../../../../services/apigateway/route-table.ts';

function api(name: string, keys: readonly string[], overrides: Partial<HttpApiModel> = {}): HttpApiModel {
  const routes = keys.map((key) => ({
    key,
    functionArn: `arn:${key}`,
    authorization: { type: 'NONE' as const },
    timeoutMilliseconds: 30_000,
  }));
  return { id: name, name, path: `Api/${name}`, stageName: '$default', routes, ...overrides };
}

// The example of AWS's page on routes, from the most specific to the least.
const petKeys = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default'];

describe('the route table', () => {
  const match = createRouteTable([api('pets', petKeys.toReversed())]);
  const keyFor = (method: string, path: string) => match(method, path)?.route.key;

  it('prefers an exact path, then a variable, then a greedy one, then ANY', () => {
    expect(keyFor('GET', '/pets/dog/1')).toBe('GET /pets/dog/1');
    expect(keyFor('GET', '/pets/dog/2')).toBe('GET /pets/dog/{id}');
    expect(keyFor('GET', '/pets/cat/1')).toBe('GET /pets/{proxy+}');
    expect(keyFor('POST', '/test/5')).toBe('ANY /{proxy+}');
  });

  it('falls back to $default', () => {
    expect(keyFor('GET', '/')).toBe('$default');
  });

  it('hands over variables as they were sent', () => {
    expect(match('GET', '/pets/dog/a%2Fb')?.variables).toEqual({ id: 'a%2Fb' });
    expect(match('GET', '/pets/cat/1/x')?.variables).toEqual({ proxy: 'cat/1/x' });
  });

  it('takes a named method before ANY on the same path', () => {
    const both = createRouteTable([api('a', ['ANY /x', 'PUT /x'])]);
    expect(both('PUT', '/x')?.route.key).toBe('PUT /x');
    expect(both('GET', '/x')?.route.key).toBe('ANY /x');
  });

  it('matches neither another method nor an empty variable nor a trailing slash', () => {
    const one = createRouteTable([api('a', ['GET /x/{id}'])]);
    expect(one('POST', '/x/1')).toBeUndefined();
    expect(one('GET', '/x/')).toBeUndefined();
    expect(one('GET', '/x/1/')).toBeUndefined();
  });

  it('merges APIs, each match with its own', () => {
    const both = createRouteTable([api('a', ['GET /a', '$default']), api('b', ['GET /b', '$default'])]);
    expect(both('GET', '/b')?.api.name).toBe('b');
    expect(both('GET', '/c')?.api.name).toBe('a');
  });

  it('refuses a route that two APIs have, by name', () => {
    expect(() => createRouteTable([api('a', ['GET /x']), api('b', ['GET /x'])])).toThrow(
      '"GET /x" is in both Api/a and Api/b',
    );
  });

  it('refuses a named stage, whose paths would be others', () => {
    expect(() => createRouteTable([api('a', ['GET /x'], { stageName: 'v1' })])).toThrow('Api/a');
  });
});
