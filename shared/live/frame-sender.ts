import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { requestBounds } from '../table/request-bounds.ts';

/** To a connection: `gone` when there is none, or none yet. Rejects when nobody knows. */
export interface FrameSender {
  /** @param text at most 128 KB of UTF-8. */
  post(connectionId: string, text: string): Promise<'sent' | 'gone'>;
  close(connectionId: string): Promise<'closed' | 'gone'>;
}

/** The SDK's own variables for this service's endpoint, which count for nothing beside one that is given in code. */
const endpointVariables = ['AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI', 'AWS_ENDPOINT_URL'];

/**
 * @param callbackUrl of the stage, `https://<api>.execute-api.<region>.amazonaws.com/<stage>`: the SDK cannot know it.
 */
export function openConnections(
  callbackUrl: string,
  environment: Readonly<Record<string, string | undefined>>,
): ApiGatewayManagementApiClient {
  const isGiven = endpointVariables.some((name) => environment[name]);
  return new ApiGatewayManagementApiClient({
    // Two tries and the time of all pushes together stay within the publisher's time.
    ...requestBounds(2, 3000),
    ...(isGiven ? {} : { endpoint: callbackUrl }),
  });
}

export function createFrameSender(client: ApiGatewayManagementApiClient): FrameSender {
  const unlessGone = async <Done extends string>(done: Done, sending: Promise<unknown>): Promise<Done | 'gone'> => {
    try {
      await sending;
      return done;
    } catch (error) {
      if (error instanceof GoneException) return 'gone';
      throw error;
    }
  };
  return {
    post: (connectionId, text) =>
      unlessGone('sent', client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: text }))),
    close: (connectionId) =>
      unlessGone('closed', client.send(new DeleteConnectionCommand({ ConnectionId: connectionId }))),
  };
}
