import { showAccess } from '../../shared/contracts/http/access.ts';
import { expectStatus } from './canary.ts';
import type { Canary } from './canary.ts';
import { NotYet } from './failure.ts';
import { judgeLease, leaseReason } from './lease-rules.ts';

/** Long enough for a run before this one. */
const waitForTurnSeconds = 1200;

/**
 * Takes the canary shop for this run by granting it access, on the condition that nobody else has since it was looked at:
 * the reason of the access says whose it is.
 *
 * @returns the run that left it behind, if one did.
 * @throws SmokeFailure when another run keeps it.
 */
export async function takeTurn(canary: Canary, say: (line: string) => void): Promise<{ readonly abandoned?: string }> {
  let told = false;
  return canary.until(
    `a turn with the shop ${canary.shopId}`,
    async () => {
      const path = `/v1/admin/shops/${canary.shopId}/access`;
      const shown = expectStatus(
        canary,
        await canary.service('ops', 'GET', path),
        200,
        'reading the canary shop’s access',
      );
      const access = showAccess.reply.parse(shown.body);
      const turn = judgeLease(access, canary.run, Date.now());
      if (turn.type === 'mine') return {};
      if (turn.type === 'busy') {
        if (!told) say(`Another run has the shop ${canary.shopId}: waiting for its end.`);
        told = true;
        return new NotYet(`the run ${turn.run} has it`);
      }
      const answer = await canary.service('ops', 'PUT', path, {
        headers: { 'if-match': shown.headers.get('etag') ?? '' },
        body: {
          state: 'active',
          timeZone: 'UTC',
          quotas: { blocks: 10, newBlocksPerDay: 1000 },
          notify: { channel: 'email', address: canary.mail },
          reason: leaseReason(canary.run, Date.now()),
        },
      });
      if (answer.status === 412) return new NotYet('somebody else was first');
      expectStatus(canary, answer, 200, 'granting the canary shop access');
      return turn.abandoned === undefined ? {} : { abandoned: turn.abandoned };
    },
    waitForTurnSeconds,
  );
}

/**
 * Ends the access. The turn ends with it, unless the run `keeps` it for what is still to be done.
 */
export async function endTurn(canary: Canary, turn: 'ends' | 'keeps' = 'ends'): Promise<void> {
  const reason = turn === 'keeps' ? leaseReason(canary.run, Date.now()) : `smoke ${canary.run} has ended`;
  const answer = await canary.service('ops', 'PUT', `/v1/admin/shops/${canary.shopId}/access`, {
    body: { state: 'terminated', timeZone: 'UTC', reason },
  });
  expectStatus(canary, answer, 200, 'ending the access');
}
