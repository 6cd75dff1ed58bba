import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Access } from '../access/rules.ts';
import { activeScope, scopeOfToken } from '../access/scope.ts';
import type { ShopScope, TokenScope } from '../access/scope.ts';
import { accessRead } from '../access/store.ts';
import type { Reply, RouteContract } from '../contracts/http/route-contract.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import type { ParsedRequest } from '../http/parse-request.ts';
import type { Clock, EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { combineReads } from '../table/read-plan.ts';
import type { PlanReader, ReadPlan } from '../table/read-plan.ts';

/** What every seller's route is made from. */
export interface SellerDeps {
  readonly reader: PlanReader;
  readonly clock: Clock;
}

export interface Loaded<Contract extends RouteContract, Value> extends ParsedRequest<Contract> {
  readonly token: TokenScope;
  /** What the route's plan made of its items. */
  readonly loaded: Value;
  readonly now: EpochMilliseconds;
}

/** What a seller may touch, once the shop's access has been judged. */
export interface Admission<Scope> {
  readonly scope: Scope;
  readonly access: Access;
}

/** Judges the access of a token's shop. It throws the refusal. */
export type Admit<Scope> = (token: TokenScope, access: Access | undefined) => Admission<Scope>;

/** A seller's request, once the shop's access has been found active, or as its route wants it. */
export interface SellerRequest<Contract extends RouteContract, Value, Scope = ShopScope>
  extends Loaded<Contract, Value>,
    Admission<Scope> {}

export interface Reads<Contract extends RouteContract, Value> {
  /** What the use case begins with, from its store: read in one round trip with the access, and a write's record. */
  read(token: TokenScope, request: ParsedRequest<Contract>): ReadPlan<Value>;
}

export interface SellerRouteOptions<Contract extends RouteContract, Value> extends Reads<Contract, Value> {
  handle(request: SellerRequest<Contract, Value>): Promise<Reply> | Reply;
}

/**
 * A seller's route. In this order: the token's shop (403 before anything is read), the request's fields (400), then one
 * read of the access and of what the route asks for; the access is judged first.
 */
export function sellerRoute<Contract extends RouteContract & { readonly writes: false }, Value>(
  { reader, clock }: SellerDeps,
  contract: Contract,
  route: SellerRouteOptions<Contract, Value>,
): BoundRoute {
  return {
    contract,
    async handle(event) {
      const token = authorise(contract, event);
      const parsed = parseRequest(contract, event);
      const now = clock.now();
      const { access, loaded } = await reader.read(planOf(token, route.read(token, parsed)));
      return route.handle({ ...parsed, token, loaded, now, ...admit(token, access) });
    },
  };
}

export function planOf<Value>(token: TokenScope, plan: ReadPlan<Value>) {
  return combineReads({ access: accessRead(token), loaded: plan });
}

/**
 * The shop's scope, once its access has been read.
 *
 * @throws AppError `access_not_active`.
 */
export function admit(token: TokenScope, access: Access | undefined): Admission<ShopScope> {
  const scope = activeScope(token, access);
  if (!scope || !access) throw new AppError('access_not_active', 'This shop has no active access.');
  return { scope, access };
}

/**
 * The token's scope for the shop in the path.
 *
 * @throws AppError `unauthenticated` without claims, `forbidden` when the shop is not in the token or the role only reads.
 */
export function authorise(contract: RouteContract, event: APIGatewayProxyEventV2): TokenScope {
  const { authorizer } = event.requestContext as { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
  const claims = authorizer?.jwt?.claims;
  if (!claims) throw new AppError('unauthenticated', 'Send an access token.');
  const scope = scopeOfToken(claims, event.pathParameters?.['shopId'] ?? '');
  if (!scope) throw new AppError('forbidden', 'The token does not open this shop.');
  if (contract.writes && scope.role === 'viewer') throw new AppError('forbidden', 'A viewer only reads.');
  if (contract.ownersOnly && scope.role !== 'owner') throw new AppError('forbidden', 'Only an owner may do this.');
  return scope;
}
