import type { PermissionRules, ServicePermissions } from './access/permission-rules.ts';
import type { Catalog } from './assembly/catalog.ts';
import type { StackTemplate } from './assembly/cloud-assembly.ts';
import type { References } from './assembly/references.ts';
import type { Account, Place, ResourceTypes } from './assembly/resource.ts';
import type { EndpointService } from './aws-endpoint/endpoint-service.ts';
import type { RequestHandler, UpgradeHandler } from './http-front-end/http-request.ts';
import type { LocalRoutes } from './local-routes/local-routes.ts';
import type { Log } from './log.ts';
import type { Offers } from './offers.ts';
import type { LocalClock } from './state/clock.ts';
import type { Journal } from './state/journal.ts';

/**
 * One AWS service: how it reads the template, keeps its state and answers calls. A folder of `local/services/` holds all of
 * it, and `local/service-list.ts` names it.
 *
 * @typeParam Template what it reads out of the template.
 * @typeParam Needs what it needs of the whole template, other services' parts included.
 */
export interface Service<Template extends object = object, Needs extends object = Template> {
  /** As its folder. */
  readonly name: string;
  /** The CloudFormation types that are its own, with a rule for each of their properties. */
  readonly resourceTypes: ResourceTypes;
  readonly permissions?: ServicePermissions<Template>;
  /** Its part of the deployment. What it cannot read becomes a problem of the catalog. */
  read(catalog: Catalog, assembly: AssemblyContext): Template;
  /** What AWS would refuse at the deployment, and what would otherwise fail only when it is first used: a line each. */
  check?(deployment: Account & Needs, references: References): readonly string[];
  /** Brings what outlives the runtime to what the template says, e.g. the tables of the engine, before any service opens. */
  prepare?(context: ServiceContext<Needs>): Promise<void>;
  /** Makes its state. Services open in the order of the list, and those before it have offered what they have. */
  open?(context: ServiceContext<Needs>): RunningService;
}

export interface AssemblyContext {
  readonly stacks: readonly StackTemplate[];
  readonly place: Place;
}

export interface ServiceContext<Needs extends object = object> {
  readonly deployment: Account & { readonly permissions: PermissionRules } & Needs;
  readonly offers: Offers;
  readonly clock: LocalClock;
  readonly journal: Journal;
  readonly log: Log;
  /** Where functions send their AWS calls. */
  readonly endpointUrl: string;
  /** Of the DynamoDB engine. */
  readonly engineUrl: string;
}

/** A service that is open; each member only where it has something to do. */
export interface RunningService {
  /** Answers calls to the AWS endpoint. */
  readonly endpoint?: EndpointService;
  /** Answers requests to the HTTP front end. */
  readonly handle?: RequestHandler;
  /** Takes over requests to upgrade to a WebSocket. */
  readonly upgrade?: UpgradeHandler;
  /** What people and tests ask it on this machine only. */
  readonly localRoutes?: LocalRoutes;
  /** Begins what it does by itself, once the AWS endpoint and the HTTP front end are open. */
  start?(): void;
  /** Ends that, while both are still open. */
  stop?(): Promise<void>;
  /** Ends all else, once they are closed. */
  close?(): void | Promise<void>;
}

/** What a list of services reads out of the template together. */
export type TemplateOf<Services extends readonly unknown[]> = Services extends readonly [
  { read(...args: never): infer Template },
  ...infer Rest,
]
  ? Template & TemplateOf<Rest>
  : unknown;
