import { join, resolve } from 'node:path';
import { startAwsEndpoint } from './core/aws-endpoint/start-aws-endpoint.ts';
import { createFaults } from './core/aws-endpoint/faults.ts';
import { createCallRecorder } from './core/aws-endpoint/recorder.ts';
import { startEngine } from './core/engines/engine.ts';
import { assertPortsFree } from './core/free-ports.ts';
import { jsonResponse } from './core/http-front-end/http-request.ts';
import { refuseUpgrade } from './core/http-front-end/refuse-upgrade.ts';
import { startHttpFrontEnd } from './core/http-front-end/start-http-front-end.ts';
import type { Issuer } from './core/issuer/issuer.ts';
import { createLocalRoutes } from './core/local-routes/local-routes.ts';
import type { Log } from './core/log.ts';
import { createOffers } from './core/offers.ts';
import { faceOf, openServices, prepareServices, startServices } from './core/open-services.ts';
import type { OpenService } from './core/open-services.ts';
import type { ServiceContext } from './core/service.ts';
import { createStartedParts } from './core/started-parts.ts';
import type { StartedParts } from './core/started-parts.ts';
import type { LocalClock } from './core/state/clock.ts';
import type { Journal } from './core/state/journal.ts';
import { openDataFolder } from './core/state/data-folder.ts';
import { lockFolder } from './core/state/folder-lock.ts';
import { engineName, openState } from './core/state/open-state.ts';
import { synthesize } from './core/synthesis/synthesize.ts';
import { demoPeople } from './demo/demo-people.ts';
import { loadDeployment } from './deployment.ts';
import type { Deployment } from './deployment.ts';
import { services } from './service-list.ts';
import {
  audienceOf,
  issuerOn,
  localAudience,
  templateIssuer,
  withIssuerOn,
} from './services/apigateway/local-issuer.ts';
import { callerNames } from './services/iam/credentials.ts';
import { authorizerOffer, signatureOffer } from './services/iam/service.ts';
import type { StartOptions } from './start-up/start-options.ts';

export interface RuntimeOptions extends Omit<StartOptions, 'empty'> {
  readonly log: Log;
  /** Wraps each step of the start, to show it; only runs it when absent. */
  readonly step?: Step;
}
export type Step = <Result>(label: string, work: () => Result | Promise<Result>) => Promise<Result>;

export interface Runtime {
  readonly httpUrl: string;
  readonly endpointUrl: string;
  readonly issuer: Issuer;
  readonly clock: LocalClock;
  readonly journal: Journal;
  /** Whether the assembly holds the console, which is at `httpUrl` then. */
  readonly hasConsole: boolean;
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
  await assertPortsFree(port, port + 1);
  if (data !== undefined) {
    openDataFolder(data);
    parts.add(lockFolder(resolve(data)));
  }
  const deployment = await step('cloud assembly', () => readDeployment(options));
  const engine = parts.add(
    await step(`engine ${engineName(kind)}`, () =>
      startEngine(kind, data === undefined || kind instanceof URL ? {} : { dataDirectory: join(data, kind) }),
    ),
  );
  const issuerOptions = { url: issuerOn(port), audience: audienceOf(deployment) };
  const state = await openState({ data, engine: kind, issuer: issuerOptions });
  parts.add(state.journal);
  const httpUrl = `http://127.0.0.1:${port}`;
  const endpointUrl = `http://127.0.0.1:${port + 1}`;
  const offers = createOffers();
  const context = { ...state, deployment, offers, log, endpointUrl, engineUrl: engine.url };
  await step('tables', () => prepareServices<Deployment>(services, context));
  await step('functions, endpoints and queues', () =>
    serve(openServices<Deployment>(services, context, parts), { ...context, port }, parts),
  );
  const hasConsole = deployment.distributions.length > 0;
  return { ...state, httpUrl, endpointUrl, hasConsole, close: parts.close };
}

/** Opens both addresses, and only then has the services begin what they do by themselves. */
async function serve(
  open: readonly OpenService[],
  context: ServiceContext<Deployment> & { readonly port: number; readonly issuer: Issuer },
  parts: StartedParts,
): Promise<void> {
  const { deployment, offers, clock, issuer, log, port } = context;
  const recorder = createCallRecorder();
  const faults = createFaults();
  const { operations } = parts.add(
    await startAwsEndpoint({
      port: port + 1,
      services: open.flatMap(({ running }) => running.endpoint ?? []),
      verify: offers.take(signatureOffer),
      authorizer: offers.take(authorizerOffer),
      clock,
      recorder,
      faults,
      log,
    }),
  );
  const localRoutes = createLocalRoutes({
    clock,
    issuer,
    people: demoPeople,
    faults,
    recorder,
    knownCalls: { operations, callers: [...deployment.functions.map(({ name }) => name), ...callerNames] },
    routes: open.flatMap(({ running }) => (running.localRoutes ? [running.localRoutes] : [])),
  });
  const handle = faceOf(open, 'handle') ?? (async () => jsonResponse(404, { message: 'Not Found' }));
  const upgrade = faceOf(open, 'upgrade') ?? ((_, socket) => refuseUpgrade(socket, 403));
  parts.add(await startHttpFrontEnd({ port, handle, localRoutes, upgrade, log }));
  startServices(open, parts);
}

async function readDeployment({ port, assembly }: RuntimeOptions): Promise<Deployment> {
  const settings = {
    issuer: process.env['SSC_ISSUER'] || templateIssuer,
    audience: process.env['SSC_AUDIENCE'] || localAudience,
  };
  const directory = assembly ?? (await synthesize(settings)).directory;
  return withIssuerOn(port, loadDeployment(directory, { account, region, endpointPort: port + 1 }));
}
