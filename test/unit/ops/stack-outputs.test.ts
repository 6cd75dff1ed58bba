import { describe, expect, it } from 'vitest';
import { cloudFormationOf, readStackOutputs } from '../../../ops/stack-outputs.ts';
import { useAnsweringServer } from '../../builders/fakes/answering-server.ts';

const { serve } = useAnsweringServer();
const signer = { accessKeyId: 'ops', secretAccessKey: 'x', service: 'cloudformation', region: 'eu-west-1' };

describe('the outputs of a stack', () => {
  it('are asked of the region, or of where the environment has AWS clients go', () => {
    expect(cloudFormationOf(signer, {}).endpoint).toBe('https://cloudformation.eu-west-1.amazonaws.com');
    expect(cloudFormationOf(signer, { AWS_ENDPOINT_URL: 'http://x' }).endpoint).toBe('http://x');
    const both = { AWS_ENDPOINT_URL: 'http://x', AWS_ENDPOINT_URL_CLOUDFORMATION: 'http://y' };
    expect(cloudFormationOf(signer, both).endpoint).toBe('http://y');
  });

  it('come by their keys', async () => {
    const member = '<member><OutputKey>TableName</OutputKey><OutputValue>ssc-prod</OutputValue></member>';
    const { url } = await serve([200, `<Outputs>${member}</Outputs>`]);
    expect(await readStackOutputs('ssc-prod-data', { endpoint: url, signer }, '')).toEqual(
      new Map([['TableName', 'ssc-prod']]),
    );
  });

  it('are refused with CloudFormation’s reason, and with what to do', async () => {
    const { url } = await serve([403, '<Message>not authorized</Message>']);
    await expect(readStackOutputs('ssc-prod-data', { endpoint: url, signer }, 'Take a role.')).rejects.toThrow(
      'CloudFormation does not tell of ssc-prod-data: 403, not authorized. Take a role.',
    );
  });
});
