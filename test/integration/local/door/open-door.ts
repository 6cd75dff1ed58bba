import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { loadDeployment } from '../../../../infra/local/assembly/load-deployment.ts';
import { createAsynchronousInvocations } from '../../../../infra/local/compute/asynchronous-invocation.ts';
import { createFunctions } from '../../../../infra/local/compute/functions.ts';
import { createFaults } from '../../../../infra/local/door/faults.ts';
import { createCallRecorder } from '../../../../infra/local/door/recorder.ts';
import { createSentMessages } from '../../../../infra/local/door/sent-messages.ts';
import { startDoor } from '../../../../infra/local/door/start-door.ts';
import { createTables } from '../../../../infra/local/engines/create-tables.ts';
import { createDynamoClient } from '../../../../infra/local/engines/dynamo-client.ts';
import { startEngine } from '../../../../infra/local/engines/engine.ts';
import { freePort } from '../../../../infra/local/engines/free-port.ts';
import { createAuthorizer } from '../../../../infra/local/iam/authorizer.ts';
import { createCredentials } from '../../../../infra/local/iam/credentials.ts';
import { createSignatureVerifier } from '../../../../infra/local/iam/verify-signature.ts';
import { createBus, type BusOptions } from '../../../../infra/local/messaging/bus.ts';
import { createQueues } from '../../../../infra/local/messaging/queues.ts';
import { createScheduleBook } from '../../../../infra/local/messaging/schedule-book.ts';
import { createScheduler } from '../../../../infra/local/messaging/scheduler.ts';
import { createClock } from '../../../../infra/local/state/clock.ts';
import { openJournal } from '../../../../infra/local/state/journal.ts';
import { writeAssembly } from '../../../unit/local/assembly/write-assembly.ts';
import { smallProduct } from './small-product.ts';
import { collectLog } from '../../../tooling/log-scan/collected-log.ts';

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
  const { lines, log } = collectLog();
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
  const invocations = createAsynchronousInvocations(deployment, { functions, queues, authorizer, clock, log });
  const invokeAsynchronously = invocations.invoke;
  const messages = createSentMessages(clock);
  const observe: BusOptions['observe'] = (_, event) => messages.observe(event);
  const bus = createBus(deployment, { queues, invokeAsynchronously, clock, authorizer, log, observe });
  const book = createScheduleBook({ journal, clock });
  const scheduler = createScheduler(deployment, {
    clock,
    journal,
    book,
    invokeAsynchronously,
    queues,
    authorizer,
    log,
  });
  scheduler.start();
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
    invokeAsynchronously,
    queues,
    bus,
    book,
    messages,
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
