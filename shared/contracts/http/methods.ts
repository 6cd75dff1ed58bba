import type { RouteContract } from './route-contract.ts';

export type Method = RouteContract['method'] | 'HEAD';

/** The methods that a route answers: whatever can be read with `GET` can be asked about with `HEAD` (RFC 9110, 9.3.2). */
export function methodsOf({ method }: Pick<RouteContract, 'method'>): readonly Method[] {
  return method === 'GET' ? ['GET', 'HEAD'] : [method];
}

/** Every method that some contract takes at this path; none for a path that no contract knows. */
export function methodsAt(contracts: readonly RouteContract[], path: string): readonly Method[] {
  const asked = path.split('/');
  return contracts.filter((contract) => isAt(contract.path.split('/'), asked)).flatMap(methodsOf);
}

function isAt(pattern: readonly string[], asked: readonly string[]): boolean {
  return (
    pattern.length === asked.length &&
    pattern.every((part, i) => part === asked[i] || (part.startsWith('{') && asked[i] !== ''))
  );
}
