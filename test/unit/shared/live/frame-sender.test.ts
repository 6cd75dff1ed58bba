import { GoneException } from '@aws-sdk/client-apigatewaymanagementapi';
import type { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { describe, expect, it } from 'vitest';
import { createFrameSender, openConnections } from '../../../../shared/live/frame-sender.ts';

const gone = new GoneException({ message: 'Gone', $metadata: {} });

function senderOver(answer: (input: unknown) => unknown) {
  const client = { send: async (command: { input: unknown }) => answer(command.input) };
  return createFrameSender(client as unknown as ApiGatewayManagementApiClient);
}

describe('the sender of frames', () => {
  it('posts to a connection, and closes it', async () => {
    const inputs: unknown[] = [];
    const sender = senderOver((input) => inputs.push(input));
    expect(await sender.post('c1=', '{}')).toBe('sent');
    expect(await sender.close('c1=')).toBe('closed');
    expect(inputs).toEqual([{ ConnectionId: 'c1=', Data: '{}' }, { ConnectionId: 'c1=' }]);
  });

  it('tells a connection that is gone from a call that failed', async () => {
    const answers: Error[] = [gone, gone, new Error('slow')];
    const sender = senderOver(() => Promise.reject(answers.shift()));
    expect(await sender.post('c1=', '{}')).toBe('gone');
    expect(await sender.close('c1=')).toBe('gone');
    await expect(sender.post('c1=', '{}')).rejects.toThrow('slow');
  });

  it('asks the stage’s own address, unless the SDK’s variables name another', async () => {
    const stage = 'https://abc.execute-api.eu-west-1.amazonaws.com/live';
    const endpointOf = async (environment: Record<string, string>) => {
      const { endpoint } = openConnections(stage, environment).config;
      const { hostname, path } = (await endpoint?.()) ?? {};
      return hostname && `${hostname}${path}`;
    };
    expect(await endpointOf({})).toBe('abc.execute-api.eu-west-1.amazonaws.com/live');
    expect(await endpointOf({ AWS_ENDPOINT_URL: '' })).toBe('abc.execute-api.eu-west-1.amazonaws.com/live');
    for (const name of ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI']) {
      expect(await endpointOf({ [name]: 'http://127.0.0.1:1' })).not.toBe(
        'abc.execute-api.eu-west-1.amazonaws.com/live',
      );
    }
  });
});
