import { SQSClient } from '@aws-sdk/client-sqs';
import { readAwsSettings } from './aws-environment.ts';
import { OpsError } from './ops-error.ts';
import { cloudFormationOf, readStackOutputs } from './stack-outputs.ts';

/**
 * The table that a stage uses now, as its stack puts it out: after a restore, its name is another.
 *
 * @throws OpsError when the stack does not say.
 */
export async function tableOfStage(stage: string, environment = process.env): Promise<string> {
  // For what the SDK knows of regions and credentials: nothing is asked of SQS.
  const { config } = new SQSClient(readAwsSettings(environment));
  const { accessKeyId, secretAccessKey, sessionToken } = await config.credentials();
  const signer = {
    ...{ accessKeyId, secretAccessKey, region: await config.region(), service: 'cloudformation' },
    ...(sessionToken ? { sessionToken } : {}),
  };
  const stack = `ssc-${stage}-data`;
  const instead = 'Take the role ssc-<stage>-ops.';
  const table = (await readStackOutputs(stack, cloudFormationOf(signer, environment), instead)).get('TableName');
  if (table === undefined) throw new OpsError(`The stack ${stack} has no output TableName.`);
  return table;
}
