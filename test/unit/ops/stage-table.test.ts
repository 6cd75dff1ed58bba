import { describe, expect, it, vi } from 'vitest';
import { tableOfStage } from '../../../ops/stage-table.ts';
import { useAnsweringServer } from '../../builders/fakes/answering-server.ts';

const { serve } = useAnsweringServer();

describe('the table of a stage', () => {
  // The SDK takes keys from the process, not from the environment that it is given.
  const environment = (url: string) => ({ AWS_ENDPOINT_URL: url, AWS_REGION: 'eu-west-1' });
  const withKeys = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'ops');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
    try {
      return await act();
    } finally {
      vi.unstubAllEnvs();
    }
  };

  it('is the output of its stack', async () => {
    const output = '<member><OutputKey>TableName</OutputKey><OutputValue>ssc-prod-restored-1</OutputValue></member>';
    const { url, requests } = await serve([200, output]);
    expect(await withKeys(() => tableOfStage('prod', environment(url)))).toBe('ssc-prod-restored-1');
    expect(requests[0]?.url).toContain('StackName=ssc-prod-data');
  });

  it('is missing in a stack that does not say', async () => {
    const { url } = await serve([200, '<Outputs/>']);
    await expect(withKeys(() => tableOfStage('prod', environment(url)))).rejects.toThrow('has no output TableName');
  });
});
