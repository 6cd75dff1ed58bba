import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { ShopScope, TokenScope } from '../access/scope.ts';
import type { Admitted, SellerWrite } from '../access/seller-write.ts';
import type { Reply, RouteContract } from '../contracts/http/route-contract.ts';
import { assertCurrent } from '../http/entity-tag.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import { performOnce } from '../idempotency/perform-once.ts';
import { idempotentUse } from '../idempotency/record.ts';
import type { IdempotentUse, Outcome } from '../idempotency/record.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EntityVersion } from '../kernel/entity-version.ts';
import { invalid } from '../kernel/errors.ts';
import { countWrite } from '../write-limit/count-write.ts';
import type { WriteLimitStore } from '../write-limit/store.ts';
import { admit, authorise, planOf } from './seller-route.ts';
import type { Admit, Reads, SellerDeps, SellerRequest } from './seller-route.ts';

export interface SellerWriteDeps extends SellerDeps {
  readonly writeLimit: WriteLimitStore;
}

/** What a write that takes `If-Match` changes, as it was read; `undefined` when there is none to change. */
type VersionOf<Value> = (loaded: Value, now: EpochMilliseconds) => EntityVersion | undefined;

interface SellerWriteSteps<Contract extends RouteContract, Value, Scope> extends Reads<Contract, Value> {
  /** The request is what its use case takes: `SellerWrite`. */
  handle(request: SellerRequest<Contract, Value, Scope> & SellerWrite<Value, Scope>): Promise<Reply>;
  /**
   * Rebuilds the answer of a write that this key has already done, from its record and the request. What was read stands
   * for whatever has come since, and may add names and notes only where it is still the state that was answered.
   */
  replay(request: SellerRequest<Contract, Value, Scope> & { readonly outcome: Outcome }): Promise<Reply> | Reply;
}

export type SellerWriteRouteOptions<Contract extends RouteContract, Value, Scope = ShopScope> = SellerWriteSteps<
  Contract,
  Value,
  Scope
> &
  (Contract extends { readonly takesIfMatch: true }
    ? { readonly versionOf: VersionOf<Value> }
    : { readonly versionOf?: never });

/** A seller's route that writes in a shop whose access is active. */
export function sellerWriteRoute<Contract extends RouteContract & { readonly writes: true }, Value>(
  deps: SellerWriteDeps,
  contract: Contract,
  route: SellerWriteRouteOptions<Contract, Value>,
): BoundRoute {
  return admittedWriteRoute(deps, contract, admit, route);
}

/**
 * A seller's route that writes: not for viewers, so many times a minute, and once for each use of an `Idempotency-Key`. The key's record comes
 * with the same read, and answers once the access has been judged. `If-Match` is judged behind both, on the read that
 * the write's condition rests on: on each one, so that nothing can come between the judgement and the write.
 */
export function admittedWriteRoute<Contract extends RouteContract & { readonly writes: true }, Value, Scope>(
  { reader, clock, writeLimit }: SellerWriteDeps,
  contract: Contract,
  judge: Admit<Scope>,
  route: SellerWriteRouteOptions<Contract, Value, Scope>,
): BoundRoute {
  return {
    contract,
    async handle(event) {
      const token = authorise(contract, event);
      const parsed = parseRequest(contract, event);
      const versionOf = route.versionOf as VersionOf<Value> | undefined;
      const use = useOfKey(token, contract, event, parsed);
      const now = clock.now();
      await countWrite(writeLimit, token, now);
      const request = { ...parsed, token, now };
      return performOnce(reader, {
        use,
        now,
        plan: planOf(token, route.read(token, parsed)),
        admit: ({ access, loaded }) => ({ ...judge(token, access), loaded }),
        perform: (first, again) => {
          const read = async (isAgain: boolean): Promise<Admitted<Value>> => {
            const admitted = isAgain ? await again() : first;
            assertCurrent(parsed.ifMatch, versionOf?.(admitted.loaded, now));
            return admitted;
          };
          return route.handle({ ...request, ...first, use, read });
        },
        replay: (outcome, admitted) => route.replay({ ...request, ...admitted, outcome }),
      });
    },
  };
}

/**
 * The use of the request's `Idempotency-Key`; none without it.
 *
 * @throws AppError `validation_failed` for a key that is none.
 */
export function useOfKey(
  { shopId, actor }: TokenScope,
  contract: RouteContract,
  event: APIGatewayProxyEventV2,
  parsed: { readonly path: unknown; readonly body?: unknown },
): IdempotentUse | undefined {
  const key = event.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (key.length < 1 || key.length > 255) {
    throw invalid([{ path: 'header.Idempotency-Key', message: 'must have 1 to 255 characters' }]);
  }
  return idempotentUse({ shopId, seller: actor.id }, key, [contract.operationId, parsed.path, parsed.body ?? null]);
}
