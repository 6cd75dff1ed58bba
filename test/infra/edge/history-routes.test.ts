import { describe, expect, it } from 'vitest';
import { handler } from '../../../infra/edge/history-routes.ts';
import { loadEdgeFunction } from '../../../local/services/cloudfront/edge-function.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const [deployed] = synthesizeStage('prod').ofType('AWS::CloudFront::Function');
const code = String(deployed?.properties['FunctionCode']);

describe('the function that CloudFront asks first', () => {
  const run = loadEdgeFunction(code);
  const uriFor = (uri: string) => run({ method: 'GET', uri });

  it.each([
    '/',
    '/signed-in',
    '/shops/shop-1/alerts',
    '/shops/shop-1/alerts/',
    '/shops/v1.2/alerts',
  ])('answers %s with the page', (uri) => expect(uriFor(uri)).toBe('/index.html'));

  it.each([
    '/index.html',
    '/config.json',
    '/favicon.svg',
    '/assets/app-1a2b.js',
    '/gone.js',
  ])('leaves the file %s', (uri) => expect(uriFor(uri)).toBe(uri));

  it('answers as its source does, which refers to nothing outside of itself', () => {
    expect(handler({ request: { uri: '/a' } })).toEqual({ uri: '/index.html' });
    expect(code).toMatch(/^function handler\(/);
    expect(code).not.toMatch(/\b(import|require|export|process)\b/);
  });
});
