import { InvokeCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { useEndpoint } from '../../../builders/open-endpoint.ts';

const aws = useEndpoint();

describe('the AWS endpoint’s Lambda', () => {
  const invoke = (who: string, payload: object, FunctionName = 'ssc-local-gate') =>
    aws.lambda(who).send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(payload) }));

  it.each([
    'ssc-local-gate',
    'arn:aws:lambda:us-east-1:000000000000:function:ssc-local-gate',
  ])('invokes %s and answers what it answered', async (name) => {
    const { Payload, FunctionError, StatusCode } = await invoke('order-service', { a: 1 }, name);
    expect(FunctionError).toBeUndefined();
    expect(StatusCode).toBe(200);
    expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({ echo: { a: 1 } });
  });

  it('tells the error of a function apart from one of its own', async () => {
    const { Payload, FunctionError } = await invoke('order-service', { fail: true });
    expect(FunctionError).toBe('Unhandled');
    expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({
      errorType: 'TypeError',
      errorMessage: 'as asked',
    });
  });

  it('accepts an event, and checks a dry run, without waiting for an answer', async () => {
    const send = (InvocationType: 'Event' | 'DryRun') =>
      aws.lambda('order-service').send(new InvokeCommand({ FunctionName: 'ssc-local-gate', InvocationType }));
    expect((await send('Event')).StatusCode).toBe(202);
    expect((await send('DryRun')).StatusCode).toBe(204);
  });

  it('refuses what is nested too deep for anybody to write down again', async () => {
    const Payload = `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`;
    const command = new InvokeCommand({ FunctionName: 'ssc-local-gate', Payload });
    await expect(aws.lambda('order-service').send(command)).rejects.toMatchObject({
      name: 'InvalidRequestContentException',
    });
  });

  it('refuses wrong credentials, callers without permission, and a function that does not exist', async () => {
    await expect(
      aws
        .lambda({ accessKeyId: 'order-service', secretAccessKey: 'x' })
        .send(new InvokeCommand({ FunctionName: 'ssc-local-gate' })),
    ).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      $metadata: { httpStatusCode: 403 },
    });
    await expect(invoke('marketplace', {})).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(invoke('order-service', {}, 'none')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
