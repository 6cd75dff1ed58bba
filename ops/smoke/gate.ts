import { decideChecks } from '../../shared/contracts/http/gate.ts';
import type { GateDecision } from '../../shared/contracts/http/gate.ts';
import { expectStatus } from './canary.ts';
import type { Canary } from './canary.ts';
import { NotYet } from './failure.ts';

export type Way = 'HTTP' | 'invoke';

/** The gate's decision about one buyer; one that the failure contract made is asked for again, since it says nothing of this buyer. */
export function decide(canary: Canary, buyerId: string, way: Way, checkoutId?: string): Promise<GateDecision> {
  const body = {
    checks: [{ shopId: canary.shopId, buyerId }],
    ...(checkoutId === undefined ? {} : { checkoutId }),
  };
  return canary.until(`a decision of the gate by ${way} that is not degraded`, async () => {
    const reply =
      way === 'HTTP'
        ? expectStatus(
            canary,
            await canary.service('order-service', 'POST', '/v1/gate/decisions', { body }),
            200,
            'asking the gate over HTTP',
          ).body
        : await canary.invokeGate(body);
    const [decision] = decideChecks.reply.parse(reply).decisions;
    if (!decision) throw canary.fail(`the gate answered without a decision by ${way}`);
    return decision.degraded ? new NotYet(`degraded, ${decision.reason}`) : decision;
  });
}

/** @throws SmokeFailure unless this is what the gate says now. */
export async function expectDecision(
  canary: Canary,
  buyerId: string,
  expected: 'allow' | 'deny',
  way: Way = 'HTTP',
): Promise<void> {
  const { decision, reason } = await decide(canary, buyerId, way);
  if (decision !== expected)
    throw canary.fail(`the gate says ${decision} (${reason}) of ${buyerId} by ${way}, and must say ${expected}`);
}

export async function untilDecision(canary: Canary, buyerId: string, expected: 'allow' | 'deny'): Promise<void> {
  await canary.until(`the gate to ${expected} ${buyerId}`, async () => {
    const { decision, reason } = await decide(canary, buyerId, 'HTTP');
    return decision === expected ? decision : new NotYet(`${decision}, ${reason}`);
  });
}
