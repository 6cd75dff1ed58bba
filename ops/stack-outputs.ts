import { signedFetch } from '../clients/signed-fetch.ts';
import type { Signer } from '../clients/signed-fetch.ts';
import { OpsError } from './ops-error.ts';

export interface CloudFormation {
  readonly endpoint: string;
  readonly signer: Signer;
}

/** CloudFormation of a region, or where the environment has AWS clients go. */
export function cloudFormationOf(signer: Signer, environment = process.env): CloudFormation {
  const given = environment['AWS_ENDPOINT_URL_CLOUDFORMATION'] || environment['AWS_ENDPOINT_URL'];
  return { endpoint: given || `https://cloudformation.${signer.region ?? 'us-east-1'}.amazonaws.com`, signer };
}

/**
 * What a stack puts out, by output key. Asked of CloudFormation without a client of its own, which nothing else would
 * need.
 *
 * @param instead what somebody can do who may not ask.
 * @throws OpsError when CloudFormation refuses.
 */
export async function readStackOutputs(
  stack: string,
  { endpoint, signer }: CloudFormation,
  instead: string,
): Promise<ReadonlyMap<string, string>> {
  const query = new URLSearchParams({ Action: 'DescribeStacks', StackName: stack, Version: '2010-05-15' });
  const response = await signedFetch(signer, `${endpoint}/?${query.toString()}`, {
    signal: AbortSignal.timeout(15_000),
  });
  const xml = await response.text();
  if (!response.ok) {
    const reason = /<Message>([^<]*)<\/Message>/.exec(xml)?.[1] ?? 'no reason given';
    throw new OpsError(`CloudFormation does not tell of ${stack}: ${response.status}, ${reason}. ${instead}`);
  }
  return new Map(
    xml.split('<member>').flatMap((member) => {
      const key = /<OutputKey>([^<]+)<\/OutputKey>/.exec(member)?.[1];
      const value = /<OutputValue>([^<]+)<\/OutputValue>/.exec(member)?.[1];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
}
