import { readFairness } from '../contracts/http/fairness.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { shareOf } from '../support/retaliation/fairness-rules.ts';
import { fairnessRead } from '../support/retaliation/fairness-store.ts';
import { lastDates } from '../support/retaliation/rules.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';

/** A shop's own line of ops' report, before anybody acts on it, and what support made of its blocks. */
export function fairnessRoute(deps: SellerDeps): BoundRoute {
  return sellerRoute(deps, readFairness, {
    // The route knows the clock when it reads, too: a day that begins in between is seen by the next request.
    read: (token, { query }) => {
      const dates = lastDates(query.days, deps.clock.now());
      const { keys, decode } = fairnessRead(token, dates);
      return { keys, decode: (items) => ({ dates, counts: decode(items) }) };
    },
    handle: ({ loaded: { dates, counts } }) => ({
      status: 200,
      body: { from: dates.at(0), to: dates.at(-1), ...counts, share: shareOf(counts) },
    }),
  });
}
