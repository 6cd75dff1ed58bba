import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { askUntilSure } from './ask-until-sure.ts';
import type { LocalRuntime } from './start-local.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}
export interface Shop {
  /**
   * As the shop's owner; `path` is what follows `/v1/shops/{shopId}/`. Each lookup of a buyer is another owner's: a test that
   * waits for a buyer may not come to the limit of one seller.
   */
  seller(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** The gate's decisions on these buyers, in their order, asked in calls of 50, none of them degraded. */
  ask(buyerIds: readonly string[]): Promise<readonly GateAnswer[]>;
}
interface GateAnswer {
  readonly decision: 'allow' | 'deny';
  readonly degraded: boolean;
}

const checksPerCall = 50;

/** One shop as its seller and its order service see it; the token follows the local clock. */
export function openShop(runtime: LocalRuntime, shopId: string): Shop {
  return {
    async seller(method, path, body, more = {}) {
      const subject = path.startsWith('buyers?') ? { subject: `seller-${randomUUID()}` } : {};
      const token = await runtime.token({ ...subject, shops: [`${shopId}:owner`] });
      const response = await fetch(`${runtime.httpUrl}/v1/shops/${shopId}/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...more },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
    },
    async ask(buyerIds) {
      const answers: GateAnswer[] = [];
      for (let start = 0; start < buyerIds.length; start += checksPerCall) {
        const checks = buyerIds.slice(start, start + checksPerCall).map((buyerId) => ({ shopId, buyerId }));
        answers.push(...(await askGate(runtime, checks)));
      }
      return answers;
    },
  };
}

/** The gate's decisions, as an order service asks for them over HTTP, again where they are degraded. */
export function askGate(runtime: LocalRuntime, checks: readonly object[]): Promise<readonly GateAnswer[]> {
  return askUntilSure(checks, async (some) => {
    const response = await runtime.signedFetch('order-service', '/v1/gate/decisions', { body: { checks: some } });
    if (response.status !== 200) throw new Error(`gate: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { decisions: GateAnswer[] }).decisions;
  });
}

/** Waits until all these buyers can be found by name: that the last is there says nothing of the others. */
export async function untilFound(shop: Shop, usernames: readonly string[]): Promise<void> {
  for (const username of usernames) {
    await vi.waitFor(async () => {
      const { status } = await shop.seller('GET', `buyers?username=${username}`);
      if (status !== 200) throw new Error(`${username} is not there yet: ${status}`);
    }, patientWithProduct);
  }
}

export const newBlock = (buyerId: string, overrides: object = {}) => ({
  buyerId,
  username: `name-${buyerId}`,
  reason: 'order_abuse',
  scope: 'user_id_only',
  duration: '90_days',
  ...overrides,
});
