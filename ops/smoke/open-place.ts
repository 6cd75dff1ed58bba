import { SQSClient } from '@aws-sdk/client-sqs';
import { readAwsSettings } from '../aws-environment.ts';
import { OpsError } from '../ops-error.ts';
import { cloudFormationOf, readStackOutputs } from '../stack-outputs.ts';
import { assumeCallerRoles, localSigners } from './caller-signers.ts';
import type { Caller } from './caller-signers.ts';
import type { Place } from './canary.ts';
import type { SmokeOptions } from './smoke-options.ts';

/**
 * Where the deployment answers, and everybody's credentials.
 *
 * @throws OpsError when its stacks do not say, or a role cannot be taken.
 */
export function openPlace(options: SmokeOptions, run: string): Promise<Place> {
  const { where } = options;
  return where.type === 'local' ? openLocal(where.port, options, run) : openStage(where.stage, options, run);
}

async function openLocal(port: number, { shopId, token }: SmokeOptions, run: string): Promise<Place> {
  const url = `http://127.0.0.1:${port}`;
  const place = { stage: 'local', tableName: 'ssc-local', serviceUrl: url, sellerUrl: url };
  return {
    ...place,
    awsUrl: () => `http://127.0.0.1:${port + 1}`,
    signerOf: localSigners,
    token: token ?? (await localToken(url, shopId, `smoke-${run}`)),
  };
}

async function localToken(url: string, shopId: string, subject: string): Promise<string> {
  const body = JSON.stringify({ subject, shops: `${shopId}:owner`, expiresInSeconds: 7200 });
  const response = await fetch(`${url}/_local/token`, { method: 'POST', body }).catch((error: unknown) => {
    throw new OpsError(`Nothing answers at ${url}. Is npm start running on that port?`, { cause: error });
  });
  return ((await response.json()) as { token: string }).token;
}

async function openStage(stage: string, { token = '' }: SmokeOptions, run: string): Promise<Place> {
  // For what the SDK knows of regions and credentials: nothing is asked of SQS.
  const { config } = new SQSClient(readAwsSettings(process.env));
  const region = await config.region();
  const { accessKeyId, secretAccessKey, sessionToken } = await config.credentials();
  const own = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}), region };
  const awsUrl = (service: string): string => `https://${service}.${region}.amazonaws.com`;
  const cloudFormation = cloudFormationOf({ ...own, service: 'cloudformation' });
  const outputsOf = (stack: string) =>
    readStackOutputs(
      `ssc-${stage}-${stack}`,
      cloudFormation,
      'Take a role that may ask it (cloudformation:DescribeStacks).',
    );
  const [api, data, roles] = [await outputsOf('api'), await outputsOf('data'), await outputsOf('callers')];
  const required = (outputs: ReadonlyMap<string, string>, key: string): string => {
    const value = outputs.get(key);
    if (value === undefined) throw new OpsError(`The stacks of stage ${stage} have no output ${key}.`);
    return value;
  };
  const signerOf = await assumeCallerRoles({
    endpoint: awsUrl('sts'),
    signer: { ...own, service: 'sts' },
    roleOf: (caller: Caller) => roles.get(`RoleOf${caller.replaceAll('-', '')}`),
    sessionName: `ssc-smoke-${run}`,
  });
  return {
    stage,
    tableName: required(data, 'TableName'),
    serviceUrl: required(api, 'ServiceApiUrl'),
    sellerUrl: required(api, 'SellerApiUrl'),
    awsUrl,
    signerOf,
    token,
  };
}
