import { describe, expect, it } from 'vitest';
import { methodsAt, methodsOf } from '../../../../../shared/contracts/http/methods.ts';
import { allContracts } from '../../../../../shared/public/routes.ts';

describe('the methods of a path', () => {
  it.each([
    ['/v1/health', ['GET', 'HEAD']],
    ['/v1/shops/s/blocks', ['GET', 'HEAD', 'POST']],
    ['/v1/shops/s/blocks/b', ['DELETE', 'GET', 'HEAD', 'PATCH']],
    ['/v1/gate/decisions', ['POST']],
    ['/v1/shops//blocks', []],
    ['/v1/shops/s/blocks/', []],
    ['/v1/shops/s/blocks/b/c', []],
    ['/v1/health/', []],
    ['/', []],
    ['', []],
  ])('at %s are %j', (path, methods) => {
    expect([...methodsAt(allContracts, path)].toSorted()).toEqual(methods);
  });

  it('hold HEAD wherever GET is', () => {
    expect(methodsOf({ method: 'GET' })).toEqual(['GET', 'HEAD']);
    expect(methodsOf({ method: 'POST' })).toEqual(['POST']);
  });
});
