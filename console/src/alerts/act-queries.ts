import { useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../../../clients/api-problem.ts';
import type { SellerClient, Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { useWrite } from '../api/use-write.ts';
import { useShop } from '../session/shop-provider.tsx';
import type { Choice } from './action-rules.ts';
import { takeAnswer } from './alert-cache.ts';

export interface ShownAlert {
  readonly alert: Schemas['Alert'];
  /** Of the state that is shown; nothing where a list has told it, which has no tags. */
  readonly etag: string | undefined;
}

interface AlertPath {
  readonly shopId: string;
  readonly alertId: string;
}

/** What a seller has decided, and on which state of the alert. */
export interface Decision {
  readonly choice: Choice;
  readonly etag: string | undefined;
}

interface Answer {
  readonly data?: Schemas['Alert'] | undefined;
  readonly response: Response;
}

async function shownOf(call: Promise<Answer>): Promise<ShownAlert> {
  const { data, response } = await call;
  if (!data) throw await problemOf(response);
  return { alert: data, etag: response.headers.get('etag') ?? undefined };
}

export function readAlert(api: SellerClient, path: AlertPath, signal?: AbortSignal): Promise<ShownAlert> {
  return shownOf(api.GET('/v1/shops/{shopId}/alerts/{alertId}', { params: { path }, ...(signal && { signal }) }));
}

/** @param key of the write: sent again with it, it is done once. */
export function sendDecision(
  api: SellerClient,
  path: AlertPath,
  { choice, etag }: Decision,
  key: string,
): Promise<ShownAlert> {
  const params = { path, header: { 'Idempotency-Key': key, ...(etag !== undefined && { 'If-Match': etag }) } };
  if (choice.act === 'dismiss')
    return shownOf(
      api.POST('/v1/shops/{shopId}/alerts/{alertId}/dismiss', { params, body: { verdict: choice.verdict } }),
    );
  if (choice.act === 'cancel_order') {
    const body = choice.reason === undefined ? {} : { reason: choice.reason };
    return shownOf(api.POST('/v1/shops/{shopId}/alerts/{alertId}/cancel-order', { params, body }));
  }
  const body = choice.reason === undefined ? {} : { reason: choice.reason };
  return shownOf(api.POST('/v1/shops/{shopId}/alerts/{alertId}/reject-refund', { params, body }));
}

/** One decision about one alert. Pressed again after a lost answer, it is the same one. */
export function useDecide(alertId: string) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useWrite<Decision, ShownAlert>({
    send: (decision, key) => sendDecision(api, { shopId, alertId }, decision, key),
    onDone: (answer) => takeAnswer(cache, shopId, answer),
  });
}
