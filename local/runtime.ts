import { join } from 'node:path';
import type { Deployment } from './assembly/deployment.ts';
import { loadDeployment } from './assembly/load-deployment.ts';
import type { StartOptions } from './boot/command-line.ts';
import { createEventSources, withWriteHints } from './boot/event-sources.ts';
import { assertPortsFree } from './boot/free-ports.ts';
import { audienceOf, issuerOn, localAudience, templateIssuer, withIssuerOn } from './boot/local-issuer.ts';
import { engineName, openState } from './boot/open-state.ts';
import { createStartedParts, type StartedParts } from './boot/started-parts.ts';
import { createServices } from './boot/services.ts';
import { synthesize } from './boot/synthesize.ts';
import { createFaults } from './door/faults.ts';
import { createCallRecorder } from './door/recorder.ts';
import { startDoor } from './door/start-door.ts';
import { createTables } from './engines/create-tables.ts';
import { createDynamoClient } from './engines/dynamo-client.ts';
import { startEngine } from './engines/engine.ts';
import { createCrossedEvents } from './http/crossed-events.ts';
import { startFront } from './http/front.ts';
import { createGateway } from './http/gateway.ts';
import type { Issuer } from './http/issuer.ts';
import { createLocalRoutes } from './http/local-routes.ts';
import { callerNames } from './iam/credentials.ts';
import { createLiveGateway } from './live/live-gateway.ts';
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
    const faults = createFaults();
    const crossed = createCrossedEvents();
    const removals = createTtlRemovals(journal, () => clock.realNow());
    const services = createServices(deployment, {
      clock,
      journal,
      doorUrl,
      log,
      functionLog: functionLogTo(log),
      observe: crossed.observe,
    });
    const { authorizer, functions, messages, scheduler, verify } = services;
    for (const part of [functions, services.invocations]) parts.add(part);
    const sources = createEventSources(deployment, {
      ...services,
      client,
      engineStreams,
      removals,
      clock,
      journal,
      log,
    });
    const sweeper = createTtlSweeper(deployment, { client, clock, removals, log });

    const live = createLiveGateway({ deployment, functions, authorizer, clock, log });
    const recorder = withWriteHints(createCallRecorder(), sources.hint);
    const door = parts.add(
      await startDoor({
        ...services,
        port: doorPort,
        deployment,
        clock,
        engineUrl: engine.url,
        connections: live.connections,
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
      knownCalls: {
        operations: door.operations,
        callers: [...deployment.functions.map(({ name }) => name), ...callerNames],
      },
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
