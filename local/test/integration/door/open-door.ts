import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { loadDeployment } from '../../../assembly/load-deployment.ts';
import { createServices } from '../../../boot/services.ts';
import { createFaults } from '../../../door/faults.ts';
import { createCallRecorder } from '../../../door/recorder.ts';
import { startDoor } from '../../../door/start-door.ts';
import { createTables } from '../../../engines/create-tables.ts';
import { createDynamoClient } from '../../../engines/dynamo-client.ts';
import { startEngine } from '../../../engines/engine.ts';
import { freePort } from '../../../engines/free-port.ts';
import { createClock } from '../../../state/clock.ts';
import { openJournal } from '../../../state/journal.ts';
import { writeAssembly } from '../../unit/assembly/write-assembly.ts';
import { smallProduct } from './small-product.ts';
import { collectLog } from '../../../../test/tooling/log-scan/collected-log.ts';

export interface ClientSettings {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Opens a door on the small product with real parts behind it: engine, queues, bus, workers. */
async function openDoor() {
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
  const { lines, log } = collectLog();
  const url = `http://127.0.0.1:${port}`;
  const services = createServices(deployment, { clock, journal, doorUrl: url, log });
  const { credentials, functions, invocations, messages, scheduler } = services;
  scheduler.start();
  const recorder = createCallRecorder();
  const faults = createFaults();
  const door = await startDoor({
    ...services,
    port,
    deployment,
    recorder,
    faults,
    clock,
    log,
    engineUrl: engine.url,
    // Without a front nobody connects.
    connections: { find: () => undefined },
  });

  const settings = (who: string | ClientSettings) => ({
    endpoint: url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: typeof who === 'string' ? { accessKeyId: who, secretAccessKey: 'local' } : who,
    // Functions, whose keys are objects here, live and sign on the local clock.
    systemClockOffset: typeof who === 'string' ? 0 : clock.now() - clock.realNow(),
  });
  return {
    url,
    clock,
    recorder,
    faults,
    lines,
    /** Of the role with this logical ID. */
    roleArn: (logicalId: string) => deployment.roles.find(({ path }) => path.endsWith(`/${logicalId}`))?.arn ?? '',
    functionKeys: (name: string): ClientSettings => credentials.forFunction(name),
    queueUrl: (name: string) => `${url}/000000000000/${name}`,
    dynamodb: (who: string | ClientSettings) => new DynamoDBClient(settings(who)),
    sqs: (who: string | ClientSettings) => new SQSClient(settings(who)),
    events: (who: string | ClientSettings) => new EventBridgeClient(settings(who)),
    lambda: (who: string | ClientSettings) => new LambdaClient(settings(who)),
    scheduler: (who: string | ClientSettings) => new SchedulerClient(settings(who)),
    ses: (who: string | ClientSettings) => new SESv2Client(settings(who)),
    messages,
    close: async () => {
      await scheduler.close();
      await door.close();
      invocations.close();
      await functions.close();
      await engine.close();
    },
  };
}

export type OpenDoor = Awaited<ReturnType<typeof openDoor>>;

/** An open door for the tests around, whose faults, calls and messages each of them finds empty. It can be used from `beforeAll` on. */
export function useDoor(): OpenDoor {
  let door: OpenDoor | undefined;
  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(() => door?.close());
  beforeEach(() => {
    for (const kept of [door?.faults, door?.recorder, door?.messages]) kept?.clear();
  });
  return new Proxy({} as OpenDoor, { get: (_, name) => door && (Reflect.get(door, name) as unknown) });
}
