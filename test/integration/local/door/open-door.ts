import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { loadDeployment } from '../../../../infra/local/assembly/load-deployment.ts';
import { createFunctions } from '../../../../infra/local/compute/functions.ts';
import { createFaults } from '../../../../infra/local/door/faults.ts';
import { createCallRecorder } from '../../../../infra/local/door/recorder.ts';
import { startDoor } from '../../../../infra/local/door/start-door.ts';
import { createTables } from '../../../../infra/local/engines/create-tables.ts';
import { createDynamoClient } from '../../../../infra/local/engines/dynamo-client.ts';
import { startEngine } from '../../../../infra/local/engines/engine.ts';
import { freePort } from '../../../../infra/local/engines/free-port.ts';
import { createAuthorizer } from '../../../../infra/local/iam/authorizer.ts';
import { createCredentials } from '../../../../infra/local/iam/credentials.ts';
import { createSignatureVerifier } from '../../../../infra/local/iam/verify-signature.ts';
import { createBus } from '../../../../infra/local/messaging/bus.ts';
import { createQueues } from '../../../../infra/local/messaging/queues.ts';
import { createClock } from '../../../../infra/local/state/clock.ts';
import { openJournal } from '../../../../infra/local/state/journal.ts';
import { writeAssembly } from '../../../unit/local/assembly/write-assembly.ts';
import { smallProduct } from './small-product.ts';

export interface ClientSettings {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Opens a door on the small product with real parts behind it: engine, queues, bus, workers. */
export async function openDoor() {
  const engine = await startEngine('dynoxide');
  const port = await freePort();
  const { stacks, code } = smallProduct();
  const deployment = loadDeployment(writeAssembly(stacks, code), {
    account: '000000000000',
    region: 'us-east-1',
    doorPort: port,
  });
  await createTables(deployment, createDynamoClient(engine.url));
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const authorizer = createAuthorizer(deployment);
  const credentials = createCredentials(deployment);
  const queues = createQueues(deployment, { clock, journal });
  const url = `http://127.0.0.1:${port}`;
  const functions = createFunctions(deployment, {
    clock,
    doorUrl: url,
    credentialsFor: (name) => credentials.forFunction(name),
    log,
  });
  const bus = createBus(deployment, { queues, functions, clock, authorizer, log });
  const recorder = createCallRecorder();
  const faults = createFaults();
  const verify = createSignatureVerifier({ credentials, clock, region: deployment.region });
  const door = await startDoor({
    port,
    deployment,
    verify,
    authorizer,
    recorder,
    faults,
    clock,
    log,
    engineUrl: engine.url,
    functions,
    queues,
    bus,
  });

  const settings = (who: string | ClientSettings) => ({
    endpoint: url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: typeof who === 'string' ? { accessKeyId: who, secretAccessKey: 'local' } : who,
  });
  return {
    url,
    clock,
    recorder,
    faults,
    lines,
    functionKeys: (name: string): ClientSettings => credentials.forFunction(name),
    queueUrl: (name: string) => `${url}/000000000000/${name}`,
    dynamodb: (who: string | ClientSettings) => new DynamoDBClient(settings(who)),
    sqs: (who: string | ClientSettings) => new SQSClient(settings(who)),
    events: (who: string | ClientSettings) => new EventBridgeClient(settings(who)),
    lambda: (who: string | ClientSettings) => new LambdaClient(settings(who)),
    close: async () => {
      await door.close();
      await functions.close();
      await engine.close();
    },
  };
}

export type OpenDoor = Awaited<ReturnType<typeof openDoor>>;
