import { NodeHttpHandler } from '@smithy/node-http-handler';

/** How long and how often an AWS client tries. */
export interface RequestBounds {
  readonly maxAttempts: number;
  readonly requestHandler: NodeHttpHandler;
}

/**
 * Makes each request of a client end: without `throwOnRequestTimeout` the SDK only warns about one that hangs.
 *
 * @param maxAttempts of the SDK for throttling, resets and time-outs; cancelled transactions it never retries.
 */
export function requestBounds(maxAttempts: number, requestTimeoutMilliseconds: number): RequestBounds {
  return {
    maxAttempts,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1000,
      requestTimeout: requestTimeoutMilliseconds,
      throwOnRequestTimeout: true,
    }),
  };
}
