import { join } from 'node:path';
import type { Deployment } from './assembly/deployment.ts';
import { loadDeployment } from './assembly/load-deployment.ts';
import type { StartOptions } from './boot/command-line.ts';
import { createEventSources, withWriteHints } from './boot/event-sources.ts';
import { assertPortsFree } from './boot/free-ports.ts';
import { audienceOf, issuerOn, localAudience, templateIssuer, withIssuerOn } from './boot/local-issuer.ts';
import { engineName, openState } from './boot/open-state.ts';
import { createStartedParts, type StartedParts } from './boot/started-parts.ts';
import { synthesize } from './boot/synthesize.ts';
import { createAsynchronousInvocations } from './compute/asynchronous-invocation.ts';
import { createFunctions } from './compute/functions.ts';
import { createFaults } from './door/faults.ts';
import { createCallRecorder } from './door/recorder.ts';
import { createSentMessages } from './door/sent-messages.ts';
import { startDoor } from './door/start-door.ts';
import { createTables } from './engines/create-tables.ts';
import { createDynamoClient } from './engines/dynamo-client.ts';
import { startEngine } from './engines/engine.ts';
import { createCrossedEvents } from './http/crossed-events.ts';
import { startFront } from './http/front.ts';
import { createGateway } from './http/gateway.ts';
import type { Issuer } from './http/issuer.ts';
import { createLocalRoutes } from './http/local-routes.ts';
import { createAuthorizer } from './iam/authorizer.ts';
import { createCredentials } from './iam/credentials.ts';
import { createSignatureVerifier } from './iam/verify-signature.ts';
import { createLiveGateway } from './live/live-gateway.ts';
import { createBus } from './messaging/bus.ts';
import { createQueues } from './messaging/queues.ts';
import { createScheduleBook } from './messaging/schedule-book.ts';
import { createScheduler } from './messaging/scheduler.ts';
import type { Journal, LocalClock, Log } from './ports.ts';
import { createTtlRemovals } from './state/ttl-removals.ts';
import { createTtlSweeper } from './state/ttl-sweeper.ts';

export interface RuntimeOptions extends Omit<StartOptions, 'empty'> {
  readonly log: Log;
  /** Wraps each step of the start, to show it; only runs it when absent. */
  readonly step?: Step;
}
export type Step = <Result>(label: string, work: () => Result | Promise<Result>) => Promise<Result>;

export interface Runtime {
  readonly frontUrl: string;
  readonly doorUrl: string;
  readonly issuer: Issuer;
  readonly clock: LocalClock;
  readonly journal: Journal;
  /** Ends all that was started, the engine included. */
  close(): Promise<void>;
}

const account = '000000000000';
const region = 'us-east-1';

/**
 * Runs the cloud assembly on this machine: HTTP APIs on the port, the AWS endpoint on the next.
 *
 * @throws Error naming the port that is taken, or what of the assembly the runtime does not know; whatever was
 *   started by then has ended.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const parts = createStartedParts();
  try {
    return await start(options, parts);
  } catch (error) {
    await parts.close();
    throw error;
  }
}

async function start(options: RuntimeOptions, parts: StartedParts): Promise<Runtime> {
  const { port, data, engine: kind, log, step = async (_, work) => work() } = options;
  const doorPort = port + 1;
  await assertPortsFree(port, doorPort);

  const deployment = await step('cloud assembly', () => readDeployment(options));

  const engine = parts.add(
    await step(`engine ${engineName(kind)}`, () =>
      startEngine(kind, data === undefined || kind instanceof URL ? {} : { dataDirectory: join(data, kind) }),
    ),
  );
  const client = createDynamoClient(engine.url);
  const engineStreams = await step('tables', () => createTables(deployment, client));

  const issuerOptions = { url: issuerOn(port), audience: audienceOf(deployment) };
  const { journal, clock, issuer } = await openState({ data, engine: kind, issuer: issuerOptions });
  parts.add(journal);
  const frontUrl = `http://127.0.0.1:${port}`;
  const doorUrl = `http://127.0.0.1:${doorPort}`;

  await step('functions, doors and queues', async () => {
    const authorizer = createAuthorizer(deployment);
    const credentials = createCredentials(deployment);
    const verify = createSignatureVerifier({ credentials, clock, region });
    const calls = createCallRecorder();
    const faults = createFaults();
    const crossed = createCrossedEvents();
    const removals = createTtlRemovals(journal, () => clock.realNow());
    const queues = createQueues(deployment, { clock, journal });
    const functions = parts.add(
      createFunctions(deployment, {
        clock,
        doorUrl,
        log,
        functionLog: functionLogTo(log),
        credentialsFor: credentials.forFunction,
      }),
    );
    const { invoke: invokeAsynchronously } = parts.add(
      createAsynchronousInvocations(deployment, { functions, queues, authorizer, clock, log }),
    );
    const messages = createSentMessages(clock);
    const observe: typeof crossed.observe = (bus, event, rules) => {
      crossed.observe(bus, event, rules);
      messages.observe(event);
    };
    const bus = createBus(deployment, { queues, invokeAsynchronously, clock, authorizer, log, observe });
    const book = createScheduleBook({ journal, clock });
    const sources = createEventSources(deployment, {
      client,
      engineStreams,
      functions,
      queues,
      removals,
      authorizer,
      clock,
      journal,
      log,
    });
    const scheduler = createScheduler(deployment, {
      clock,
      journal,
      book,
      invokeAsynchronously,
      queues,
      authorizer,
      log,
    });
    const sweeper = createTtlSweeper(deployment, { client, clock, removals, log });

    const live = createLiveGateway({ deployment, functions, authorizer, clock, log });
    const recorder = withWriteHints(calls, sources.hint);
    parts.add(
      await startDoor({
        port: doorPort,
        deployment,
        verify,
        clock,
        engineUrl: engine.url,
        functions,
        invokeAsynchronously,
        queues,
        bus,
        book,
        messages,
        connections: live.connections,
        authorizer,
        recorder,
        faults,
        log,
      }),
    );
    for (const part of [sources, scheduler, sweeper]) parts.add(part).start();
    const gateway = createGateway({ deployment, functions, authorizer, verifySignature: verify, clock, log });
    const localRoutes = createLocalRoutes({
      clock,
      issuer,
      faults,
      recorder,
      events: crossed,
      messages,
      sweep: sweeper.sweep,
    });
    parts.add(await startFront({ port, gateway, localRoutes, live, log }));
    parts.add(live);
  });

  return { frontUrl, doorUrl, issuer, clock, journal, close: parts.close };
}

/** Metrics in the embedded format are for CloudWatch: on a console they would bury what a function says. */
function functionLogTo(log: Log): (functionName: string, line: string) => void {
  return (functionName, line) => {
    if (!line.startsWith('{"_aws":')) log(`${functionName}: ${line}`);
  };
}

async function readDeployment({ port, assembly }: RuntimeOptions): Promise<Deployment> {
  const settings = {
    issuer: process.env['SSC_ISSUER'] || templateIssuer,
    audience: process.env['SSC_AUDIENCE'] || localAudience,
  };
  const directory = assembly ?? (await synthesize(settings)).directory;
  return withIssuerOn(port, loadDeployment(directory, { account, region, doorPort: port + 1 }));
}
