import { SQSClient } from '@aws-sdk/client-sqs';
import { localSigner, signedFetch } from '../clients/signed-fetch.ts';
import type { Signer } from '../clients/signed-fetch.ts';
import { readAwsSettings } from './aws-environment.ts';
import { OpsError } from './ops-error.ts';
import { createServiceApi } from './service-api.ts';
import type { ServiceApi } from './service-api.ts';

/** Where the service API is. */
export type Where =
  | { readonly type: 'local'; readonly port: number }
  | { readonly type: 'url'; readonly url: string }
  /** The URL is an output of the stage's stack. */
  | { readonly type: 'stage'; readonly stage: string };

/**
 * The service API of a stage, with the credentials of the environment (keys, AWS_PROFILE, a role …); or of what runs on
 * this machine.
 *
 * @throws OpsError when the profile does not exist, or the stack says no URL; Error when nothing says the region.
 */
export async function openServiceApi(where: Where, environment = process.env): Promise<ServiceApi> {
  if (where.type === 'local')
    return createServiceApi({ url: `http://127.0.0.1:${where.port}`, signer: async () => localSigner('ops') });
  // For what the SDK knows of regions and credentials: nothing is asked of SQS.
  const { config } = new SQSClient(readAwsSettings(environment));
  const region = await config.region();
  const signerFor = (service: string) => async (): Promise<Signer> => {
    const { accessKeyId, secretAccessKey, sessionToken } = await config.credentials();
    return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}), service, region };
  };
  const url =
    where.type === 'url'
      ? where.url
      : await readStackOutput(where.stage, {
          endpoint: `https://cloudformation.${region}.amazonaws.com`,
          signer: await signerFor('cloudformation')(),
        });
  return createServiceApi({ url: url.replace(/\/+$/, ''), signer: signerFor('execute-api') });
}

/**
 * The service API's URL, as the stage's stack puts it out. Asked of CloudFormation without a client of its own, which
 * nothing else would need.
 *
 * @throws OpsError when CloudFormation refuses, or the stack has no such output.
 */
export async function readStackOutput(
  stage: string,
  { endpoint, signer }: { readonly endpoint: string; readonly signer: Signer },
): Promise<string> {
  const stack = `ssc-${stage}-api`;
  const query = new URLSearchParams({ Action: 'DescribeStacks', StackName: stack, Version: '2010-05-15' });
  const response = await signedFetch(signer, `${endpoint}/?${query.toString()}`, {
    signal: AbortSignal.timeout(15_000),
  });
  const xml = await response.text();
  const instead = 'Give the URL of the service API itself: --url https://…';
  if (!response.ok) {
    const reason = /<Message>([^<]*)<\/Message>/.exec(xml)?.[1] ?? 'no reason given';
    throw new OpsError(`CloudFormation does not tell of ${stack}: ${response.status}, ${reason}. ${instead}`);
  }
  const output = xml.split('<member>').find((member) => member.includes('<OutputKey>ServiceApiUrl</OutputKey>'));
  const url = /<OutputValue>(https:[^<]+)<\/OutputValue>/.exec(output ?? '')?.[1];
  if (url === undefined) throw new OpsError(`The stack ${stack} has no output ServiceApiUrl. ${instead}`);
  return url;
}
