/**
 * Errors after which the same call may well succeed in a moment, by name: the lists of the AWS SDK's standard retry mode, and
 * what a service calls its own failure.
 */
const names = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'InternalServerError',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestTimeout',
  'RequestTimeoutException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);

/** Codes of Node.js's sockets and look-ups. */
const systemCodes = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Some libraries give a system's code as the error's name, so that both are looked up in both lists. */
export function isTransientError(error: unknown): boolean {
  const { name, code } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  return [name, code].some((word) => typeof word === 'string' && (names.has(word) || systemCodes.has(word)));
}
