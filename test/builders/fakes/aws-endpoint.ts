import { vi } from 'vitest';

/** Points clients that are made from now on to one endpoint, as the functions' environment does. */
export function stubAwsEndpoint(url: string): void {
  vi.stubEnv('AWS_ENDPOINT_URL', url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
}

export function unstubAwsEndpoint(): void {
  vi.unstubAllEnvs();
}
