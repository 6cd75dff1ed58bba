import { createContext, Script } from 'node:vm';

/** A request as a function of CloudFront sees it before the cache, as far as it is played here. */
export interface EdgeRequest {
  readonly method: string;
  readonly uri: string;
}

/** Answers the address to look for. */
export type EdgeFunction = (request: EdgeRequest) => string;

/** CloudFront ends a function after a millisecond of computing; this only ends what would never end. */
const longestMilliseconds = 1_000;

/**
 * The function in a world of its own, without network, files, timers or anything of Node's, as at CloudFront's edge.
 *
 * @throws Error for code that does not hold a `handler`, or does not parse.
 */
export function loadEdgeFunction(code: string): EdgeFunction {
  const world = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  new Script(code, { filename: 'edge-function.js' }).runInContext(world, { timeout: longestMilliseconds });
  if (new Script('typeof handler').runInContext(world) !== 'function')
    throw new Error('property FunctionCode: has no function handler');
  return ({ method, uri }) => {
    const event = { version: '1.0', request: { method, uri, querystring: {}, headers: {}, cookies: {} } };
    // As text in both directions: no object of ours gets inside.
    const call = `JSON.stringify(handler(JSON.parse(${JSON.stringify(JSON.stringify(event))})))`;
    const answer = JSON.parse(String(new Script(call).runInContext(world, { timeout: longestMilliseconds }))) as {
      readonly statusCode?: unknown;
      readonly uri?: unknown;
    };
    if (answer.statusCode !== undefined)
      throw new Error('a CloudFront function that answers by itself is not supported');
    if (typeof answer.uri !== 'string') throw new Error('a CloudFront function has to answer a request');
    return answer.uri;
  };
}
