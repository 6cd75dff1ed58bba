import type { Environment } from './signature.ts';

/** Partitions outside of `amazonaws.com`, by how their regions' names begin. */
const suffixes: readonly (readonly [prefix: string, suffix: string])[] = [
  ['cn-', 'amazonaws.com.cn'],
  ['us-iso-', 'c2s.ic.gov'],
  ['us-isob-', 'sc2s.sgov.gov'],
  ['eu-isoe-', 'cloud.adc-e.uk'],
  ['us-isof-', 'csp.hci.ic.gov'],
  ['eusc-', 'amazonaws.eu'],
];

/**
 * Where DynamoDB is reached, by the SDK's own rules: the service's variable, the general one, the region's endpoint.
 *
 * @throws Error when the variable holds no URL, or one with a path, which would have to be signed.
 */
export function dynamodbEndpoint(environment: Environment): URL {
  const configured = environment['AWS_ENDPOINT_URL_DYNAMODB'] || environment['AWS_ENDPOINT_URL'];
  if (!configured) return new URL(`https://dynamodb.${regionOf(environment)}.${suffixOf(regionOf(environment))}`);
  const url = new URL(configured);
  if (url.pathname !== '/' || url.search !== '') throw new Error(`The endpoint ${configured} may have no path.`);
  return url;
}

/** Where a queue is reached: by the SDK's own rule, its URL says so, whatever other endpoint is configured. */
export function queueEndpoint(queueUrl: string): URL {
  return new URL(new URL(queueUrl).origin);
}

/** @throws Error when the environment names no region. */
export function regionOf(environment: Environment): string {
  const region = environment['AWS_REGION'];
  if (!region) throw new Error('The environment variable AWS_REGION is missing.');
  return region;
}

function suffixOf(region: string): string {
  return suffixes.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'amazonaws.com';
}
