import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createOffers } from '../../core/offers.ts';
import { openServices, prepareServices, startServices } from '../../core/open-services.ts';
import { createStartedParts } from '../../core/started-parts.ts';
import { services } from '../../service-list.ts';
import { authorizerOffer, credentialsOffer, signatureOffer } from '../../services/iam/service.ts';
import { sentMessagesOffer } from '../../services/ses/service.ts';
import type { Deployment } from '../../deployment.ts';
import { loadDeployment } from '../../deployment.ts';
import { createFaults } from '../../core/aws-endpoint/faults.ts';
import { createCallRecorder } from '../../core/aws-endpoint/recorder.ts';
import { startAwsEndpoint } from '../../core/aws-endpoint/start-aws-endpoint.ts';
import { startEngine } from '../../core/engines/engine.ts';
import { freePort } from '../../core/engines/free-port.ts';
import { createClock } from '../../core/state/clock.ts';
import { openJournal } from '../../core/state/journal.ts';
import { writeAssembly } from './write-assembly.ts';
import { smallProduct } from './small-product.ts';
import { collectLog } from '../../../test/tooling/log-scan/collected-log.ts';

export interface ClientSettings {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Opens an AWS endpoint on the small product with real parts behind it: engine, queues, bus, workers. */
async function openEndpoint() {
  const engine = await startEngine('dynoxide');
  const port = await freePort();
  const { stacks, code } = smallProduct();
  const deployment = loadDeployment(writeAssembly(stacks, code), {
    account: '000000000000',
    region: 'us-east-1',
    endpointPort: port,
  });
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const { lines, log } = collectLog();
  const endpointUrl = `http://127.0.0.1:${port}`;
  const offers = createOffers();
  const parts = createStartedParts();
  parts.add(engine);
  const context = { deployment, offers, clock, journal, log, endpointUrl, engineUrl: engine.url };
  await prepareServices<Deployment>(services, context);
  const open = openServices<Deployment>(services, context, parts);
  const recorder = createCallRecorder();
  const faults = createFaults();
  parts.add(
    await startAwsEndpoint({
      port,
      services: open.flatMap(({ running }) => running.endpoint ?? []),
      verify: offers.take(signatureOffer),
      authorizer: offers.take(authorizerOffer),
      recorder,
      faults,
      clock,
      log,
    }),
  );
  startServices(open, parts);

  const settings = (who: string | ClientSettings) => ({
    endpoint: endpointUrl,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: typeof who === 'string' ? { accessKeyId: who, secretAccessKey: 'local' } : who,
    // Functions, whose keys are objects here, live and sign on the local clock.
    systemClockOffset: typeof who === 'string' ? 0 : clock.now() - clock.realNow(),
  });
  return {
    url: endpointUrl,
    clock,
    recorder,
    faults,
    lines,
    /** Of the role with this logical ID. */
    roleArn: (logicalId: string) => deployment.roles.find(({ path }) => path.endsWith(`/${logicalId}`))?.arn ?? '',
    functionKeys: (name: string): ClientSettings => offers.take(credentialsOffer).forFunction(name),
    queueUrl: (name: string) => `${endpointUrl}/000000000000/${name}`,
    dynamodb: (who: string | ClientSettings) => new DynamoDBClient(settings(who)),
    sqs: (who: string | ClientSettings) => new SQSClient(settings(who)),
    events: (who: string | ClientSettings) => new EventBridgeClient(settings(who)),
    lambda: (who: string | ClientSettings) => new LambdaClient(settings(who)),
    scheduler: (who: string | ClientSettings) => new SchedulerClient(settings(who)),
    ses: (who: string | ClientSettings) => new SESv2Client(settings(who)),
    kms: (who: string | ClientSettings) => new KMSClient(settings(who)),
    /** Of the signing key with this logical ID. */
    keyArn: (logicalId: string) => deployment.signingKeys.find(({ arn }) => arn.includes(logicalId))?.arn ?? '',
    messages: offers.take(sentMessagesOffer),
    close: parts.close,
  };
}

export type OpenEndpoint = Awaited<ReturnType<typeof openEndpoint>>;

/** an open AWS endpoint for the tests around, whose faults, calls and messages each of them finds empty. It can be used from `beforeAll` on. */
export function useEndpoint(): OpenEndpoint {
  let aws: OpenEndpoint | undefined;
  beforeAll(async () => {
    aws = await openEndpoint();
  });
  afterAll(() => aws?.close());
  beforeEach(() => {
    for (const kept of [aws?.faults, aws?.recorder, aws?.messages]) kept?.clear();
  });
  return new Proxy({} as OpenEndpoint, { get: (_, name) => aws && (Reflect.get(aws, name) as unknown) });
}
