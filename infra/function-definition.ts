import type { EventContract } from '../shared/contracts/events/event-contract.ts';
import type { RouteContract } from '../shared/contracts/http/route-contract.ts';
import type { CallerName, StageConfig } from './settings/settings-schema.ts';
import type { Grants, TableGrants } from './grants/grants.ts';

/** What every function says of itself. Its name is its file's: `functions/<name>.ts` is its entry, `ssc-<stage>-<name>` its deployed name. */
interface Deployed {
  readonly timeoutSeconds: number;
  /** 256 when nothing else is said. Lambda gives CPU in proportion. */
  readonly memoryMegabytes?: number;
  readonly grants?: Grants;
  /** Beside `STAGE`, `TABLE_NAME` where it reaches the table, and what its grants bring. */
  readonly environment?: (config: StageConfig) => Readonly<Record<string, string>>;
  /** Every order waits for it: it is bundled for speed alone. */
  readonly isHot?: true;
  /** Who is hurt when it fails: whoever is paged reads this first. */
  readonly hurts: string;
}

type OpenRoute = RouteContract & { readonly api: 'open' };

/** Answers routes of the seller API or the service API, as the contracts say which. */
export interface HttpFunction extends Deployed {
  readonly kind: 'http';
  readonly routes: readonly (RouteContract & { readonly api: 'seller' | 'service' })[];
  /** Routes that ask for no credentials, and why that is right. */
  readonly openRoutes?: readonly { readonly route: OpenRoute; readonly because: string }[];
  /** Answers what no route of either API matches; and why without credentials. */
  readonly answersTheRest?: { readonly because: string };
  /** A caller that may invoke it directly, too. */
  readonly invokedBy?: CallerName;
}

/** Works on a queue of its own. */
export interface QueueFunction extends Deployed {
  readonly kind: 'queue';
  /** Deployed as `ssc-<stage>-<queue>`, its dead letters as `ssc-<stage>-<queue>-dead-letters`. */
  readonly queue: string;
  /** The events of the bus that go into the queue, of one source; none where functions or schedules send to it. */
  readonly events?: readonly EventContract[];
  /** Invocations at once, 2 or more: bounded where messages of one buyer or group would only collide. */
  readonly maximumConcurrency: number;
  /** Messages of an invocation, 10 when nothing else is said. */
  readonly batchSize?: number;
  /** Alarms when the oldest message has waited this long. */
  readonly maximumWaitMinutes: number;
  /** A message that it has nothing to do for, where schedules alone send to it: sent regularly, it shows that they arrive. */
  readonly heartbeat?: object;
}

/** Reads the table's stream. */
export interface StreamFunction extends Deployed {
  readonly kind: 'stream';
  /** Names the stream's dead letters: `ssc-<stage>-<stream>-dead-letters`. */
  readonly stream: string;
  /** Lambda's event filters, five at most: records that match none of them never reach the function. */
  readonly filters: readonly Readonly<Record<string, unknown>>[];
  /** Who is hurt while it is behind, or a dead letter waits. */
  readonly behindHurts: string;
  /** Dead letters only say where records lay, and cannot be sent again: what makes up for those that are lost. */
  readonly lossIsCovered: string;
}

/** Runs at a rate. */
export interface ScheduledFunction extends Deployed {
  readonly kind: 'schedule';
  readonly everyMinutes: number;
  readonly schedule: {
    readonly name: string;
    readonly description: string;
    /** Of the construct: a schedule that is deployed under one keeps it, or its name would be taken twice. */
    readonly id: string;
  };
}

/** Answers the WebSocket's routes. */
export interface SocketFunction extends Deployed {
  readonly kind: 'socket';
  readonly routeKeys: readonly string[];
  readonly grants: TableGrants & Pick<Grants, 'postsToConnections'>;
}

/** Is asked by the user pool before each token; only a stage without an issuer has one. */
export interface TokenFunction extends Deployed {
  readonly kind: 'token';
  readonly grants: TableGrants;
}

export type FunctionDefinition =
  | HttpFunction
  | QueueFunction
  | StreamFunction
  | ScheduledFunction
  | SocketFunction
  | TokenFunction;

/** A definition with its file's name. */
export type Named<Definition extends FunctionDefinition> = Definition & { readonly name: string };

export type DeployedFunction = {
  [Kind in FunctionDefinition['kind']]: Named<OfKind<Kind>>;
}[FunctionDefinition['kind']];

type OfKind<Kind extends FunctionDefinition['kind']> = Extract<FunctionDefinition, { readonly kind: Kind }>;

/** Those of one kind. */
export function ofKind<Kind extends FunctionDefinition['kind']>(
  functions: readonly DeployedFunction[],
  kind: Kind,
): readonly Named<OfKind<Kind>>[] {
  return functions.filter((one): one is DeployedFunction & Named<OfKind<Kind>> => one.kind === kind);
}
