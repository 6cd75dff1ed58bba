import { NodeHttpHandler } from '@smithy/node-http-handler';
import { readAwsSettings } from './aws-environment.ts';

export interface ClientSettings {
  readonly maxAttempts: number;
  readonly requestHandler: NodeHttpHandler;
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/**
 * What every AWS client of a command is made with: each request ends, and it goes to the product on this machine when that
 * is meant, else to where the environment says.
 *
 * @param requestTimeoutMilliseconds longer than the longest answer: a poll of a queue waits for ten seconds and more.
 * @throws OpsError naming a profile that is not there.
 */
export function clientSettings(
  { endpoint, isLocal }: { readonly endpoint?: string | undefined; readonly isLocal: boolean },
  requestTimeoutMilliseconds = 15_000,
): ClientSettings {
  return {
    maxAttempts: 5,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 3000,
      requestTimeout: requestTimeoutMilliseconds,
      throwOnRequestTimeout: true,
    }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(isLocal
      ? { region: 'us-east-1', credentials: { accessKeyId: 'ops', secretAccessKey: 'local' } }
      : readAwsSettings(process.env)),
  };
}
