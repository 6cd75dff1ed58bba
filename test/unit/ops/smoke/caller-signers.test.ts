import { describe, expect, it } from 'vitest';
import { assumeCallerRoles, callers, localSigners } from '../../../../ops/smoke/caller-signers.ts';
import { useAnsweringServer } from '../../../builders/fakes/answering-server.ts';

const { serve } = useAnsweringServer();
const signer = { accessKeyId: 'pipeline', secretAccessKey: 'x', service: 'sts', region: 'eu-west-1' };
const credentials = (key: string) =>
  `<Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken></Credentials>`;

describe('the callers of the canary', () => {
  it('are those of the local contract on one machine', () => {
    expect(localSigners('ops', 'sqs')).toMatchObject({ accessKeyId: 'ops', service: 'sqs' });
  });

  it('take the role of each', async () => {
    const { url, requests } = await serve([200, credentials('ASIA1')]);
    const job = { endpoint: url, signer, roleOf: (caller: string) => `arn:${caller}`, sessionName: 'ssc-smoke-1' };
    const signerOf = await assumeCallerRoles(job);
    expect(signerOf('order-service', 'lambda')).toEqual({
      accessKeyId: 'ASIA1',
      secretAccessKey: 's',
      sessionToken: 't',
      service: 'lambda',
      region: 'eu-west-1',
    });
    expect(requests.map((request) => new URLSearchParams(request.url?.slice(2)).get('RoleArn'))).toEqual(
      callers.map((caller) => `arn:${caller}`),
    );
  });

  it('say which role cannot be taken, and what is needed', async () => {
    const { url } = await serve([403, '<Message>not authorized</Message>']);
    const job = { endpoint: url, signer, roleOf: () => 'arn:role', sessionName: 's' };
    await expect(assumeCallerRoles(job)).rejects.toThrow(
      /arn:role cannot be taken: 403, not authorized.*callerPrincipals/,
    );
    await expect(assumeCallerRoles({ ...job, roleOf: () => undefined })).rejects.toThrow(/no output for the role/);
  });
});
