import { SQSClient } from '@aws-sdk/client-sqs';
import { localSigner } from '../clients/signed-fetch.ts';
import type { Signer } from '../clients/signed-fetch.ts';
import { readAwsSettings } from './aws-environment.ts';
import { OpsError } from './ops-error.ts';
import { createServiceApi } from './service-api.ts';
import type { ServiceApi } from './service-api.ts';
import { cloudFormationOf, readStackOutputs } from './stack-outputs.ts';
import type { CloudFormation } from './stack-outputs.ts';

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
      : await readStackOutput(where.stage, cloudFormationOf(await signerFor('cloudformation')(), environment));
  return createServiceApi({ url: url.replace(/\/+$/, ''), signer: signerFor('execute-api') });
}

/**
 * The service API's URL, as the stage's stack puts it out.
 *
 * @throws OpsError when CloudFormation refuses, or the stack has no such output.
 */
export async function readStackOutput(stage: string, from: CloudFormation): Promise<string> {
  const stack = `ssc-${stage}-api`;
  const instead = 'Give the URL of the service API itself: --url https://…';
  const url = (await readStackOutputs(stack, from, instead)).get('ServiceApiUrl');
  if (url !== undefined && /^https?:/.test(url)) return url;
  throw new OpsError(`The stack ${stack} has no output ServiceApiUrl. ${instead}`);
}
