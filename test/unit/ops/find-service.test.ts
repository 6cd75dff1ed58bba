import { describe, expect, it } from 'vitest';
import { openServiceApi, readStackOutput } from '../../../ops/find-service.ts';
import { useAnsweringServer } from '../../builders/fakes/answering-server.ts';

const signer = {
  accessKeyId: 'ops',
  secretAccessKey: 'secret',
  sessionToken: 'session',
  service: 'execute-api',
  region: 'eu-west-1',
};
const { serve } = useAnsweringServer();

describe('the service API that is meant', () => {
  it('is that of this machine, or of a URL, without asking anybody where', async () => {
    expect((await openServiceApi({ type: 'local', port: 3100 })).url).toBe('http://127.0.0.1:3100');
    expect((await openServiceApi({ type: 'url', url: 'http://x/' }, { AWS_DEFAULT_REGION: 'eu-west-1' })).url).toBe(
      'http://x',
    );
  });
});

describe('the output of a stack', () => {
  const member = (key: string, value: string) =>
    `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`;

  it('says where the service API is', async () => {
    const outputs =
      member('SellerApiUrl', 'https://seller.example') + member('ServiceApiUrl', 'https://service.example');
    const { url, requests } = await serve([200, `<Outputs>${outputs}</Outputs>`]);
    expect(await readStackOutput('prod', { endpoint: url, signer })).toBe('https://service.example');
    expect(requests[0]?.url).toBe('/?Action=DescribeStacks&StackName=ssc-prod-api&Version=2010-05-15');
  });

  it.each([
    [
      400,
      '<Error><Message>Stack with id ssc-prod-api does not exist</Message></Error>',
      'does not exist. Give the URL',
    ],
    [403, 'x', 'no reason given'],
    [200, member('SellerApiUrl', 'https://seller.example'), 'has no output ServiceApiUrl'],
  ])('is missing after %i, and what to do instead is said', async (status, body, message) => {
    const { url } = await serve([status, body]);
    await expect(readStackOutput('prod', { endpoint: url, signer })).rejects.toThrow(message);
  });
});
