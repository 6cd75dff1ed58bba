import { describe, expect, it } from 'vitest';
import { loadEdgeFunction } from '../../../../services/cloudfront/edge-function.ts';

const ask = (body: string, uri = '/a') =>
  loadEdgeFunction(`function handler(event) { ${body} }`)({ method: 'GET', uri });

describe('loadEdgeFunction', () => {
  it('answers the address that the function chose', () => {
    expect(ask('event.request.uri += event.request.method; return event.request;')).toBe('/aGET');
  });

  it('hands over an address as it is, whatever it holds', () => {
    const uri = `/"'\\\`\u2028</script>`;
    expect(ask('return event.request;', uri)).toBe(uri);
  });

  it.each([
    'process',
    'require',
    'fetch',
    'setTimeout',
    'globalThis.constructor.constructor("return process")()',
  ])('gives it no %s', (name) => expect(() => ask(`${name}; return event.request;`)).toThrow());

  it('ends one that does not end', () => {
    expect(() => ask('for (;;);')).toThrow('timed out');
  });

  it.each([
    ['does not parse', 'function handler( {'],
    ['has no handler', 'const other = 1;'],
    ['throws', 'throw new Error("at load")'],
  ])('refuses code that %s', (_, code) => expect(() => loadEdgeFunction(code)).toThrow());

  it('refuses what is not played here: an answer of its own, and one that is no request', () => {
    expect(() => ask('return { statusCode: 302 };')).toThrow('answers by itself');
    expect(() => ask('return {};')).toThrow('has to answer a request');
  });
});
