import { zoneAt } from '../access/rules.ts';
import type { Access } from '../access/rules.ts';
import { platformScope } from '../access/scope.ts';
import type { ShopScope } from '../access/scope.ts';
import { AppError } from '../kernel/errors.ts';
import type { DigestDue } from '../contracts/messages/digest-due.ts';
import type { Schedules } from '../deadlines/schedule-sender.ts';
import { deliver } from './deliver-message.ts';
import type { Claimed, DeliveryDeps } from './deliver-message.ts';
import { digestOffset, laterScheduleName } from './digest-name.ts';
import { composeEnding } from './ending-message-rules.ts';
import { isEndingDigest, stillEnding } from './ending-rules.ts';
import type { EndingStore } from './ending-store.ts';
import { composeDigest } from './message-rules.ts';
import type { Message } from './message-rules.ts';
import { undisturbedPeriod } from './quiet-rules.ts';
import { claimOf, stillWaiting } from './rules.ts';
import type { Digest } from './rules.ts';
import { deliveryOf } from './settings-rules.ts';
import type { FoundDigest, NotificationStore } from './store.ts';

export interface DigestDeps extends DeliveryDeps {
  readonly store: NotificationStore;
  readonly endings: Pick<EndingStore, 'ends' | 'blocks'>;
  readonly schedules: Schedules;
  readonly consoleUrl?: string | undefined;
}

/** What a claimed digest says; a word of ours where there is nothing to say any more. */
type Compose = (
  scope: ShopScope,
  found: FoundDigest & { readonly name: string; readonly access: Access },
) => Promise<Message | 'nothing_waits'>;

/** Messages of shops leave in one minute behind the same quiet hours, not in one second. */
const spreadMilliseconds = 60_000;

/**
 * Claims a digest, sends it, and marks it sent. Whoever dies in between leaves a claim, which is taken over once its
 * lease is over. In quiet hours, which the shop may have set since, it is only scheduled for their end.
 *
 * @throws AppError `unavailable` while somebody else may be sending it, or the mail service takes nothing: to be asked again.
 */
export function sendDigest(deps: DigestDeps): (message: DigestDue) => Promise<void> {
  const [ofAlerts, ofEnds] = [alertDigest(deps), endingDigest(deps)];
  return ({ shopId, digest }) =>
    sendOnce(deps, platformScope(shopId, 'notifications'), digest, isEndingDigest(digest) ? ofEnds : ofAlerts);
}

/** The alerts that still wait, and the frauds, as far as the shop wants to be told of them by now. */
function alertDigest({ store, clock, consoleUrl }: DigestDeps): Compose {
  return async (scope, { digest, access, settings }) => {
    const now = clock.now();
    const named = await store.readAlerts(scope, digest?.alertIds ?? []);
    const wanted = named.filter((alert) => deliveryOf(settings, alert) !== 'off');
    const alerts = stillWaiting(wanted, now);
    const outcomes = wanted.filter(({ kind }) => kind === 'fraud_outcome');
    const more = digest?.more ?? 0;
    if (alerts.length + outcomes.length + more === 0) return 'nothing_waits';
    return composeDigest({ shopId: scope.shopId, alerts, outcomes, more, timeZone: zoneAt(access, now), consoleUrl });
  };
}

/** The blocks that end as it was recorded, where the shop wants to be told. */
function endingDigest({ endings, clock, consoleUrl }: DigestDeps): Compose {
  return async (scope, { name, access, settings }) => {
    if (settings.expiringBlocks === 'off') return 'nothing_waits';
    const recorded = await endings.ends(scope, name);
    const roots = recorded.map(({ buyerId }) => buyerId);
    const now = clock.now();
    const ends = stillEnding(recorded, await endings.blocks(scope, roots), now).map(({ expiresAt }) => expiresAt);
    if (ends.length === 0) return 'nothing_waits';
    return composeEnding({ shopId: scope.shopId, ends, timeZone: zoneAt(access, now), consoleUrl });
  };
}

async function sendOnce(deps: DigestDeps, scope: ShopScope, digest: string, compose: Compose): Promise<void> {
  const { store, clock } = deps;
  const before = await store.readDigest(scope, digest);
  const now = clock.now();
  const claim = claimOf(before.digest, now);
  if (claim.type === 'over' || !before.digest) return;
  if (await waitsForQuietHours(deps, scope, digest, before)) return;
  const mayRepeat = claim.type === 'claimed' && claim.takesOver && before.access?.notify?.channel === 'email';
  if (claim.type === 'held' || !(await store.claim(scope, digest, before.digest, mayRepeat, now)))
    throw new AppError('unavailable', 'Somebody else may be sending this digest.');

  const claimed = claimedDigest(deps, scope, digest, before.digest, mayRepeat);
  const skip = async (reason: string): Promise<void> => {
    await claimed.finish({ status: 'skipped', at: clock.now(), reason });
  };
  // Only now does it hold all that it ever will.
  const found = await store.readDigest(scope, digest);
  const { access } = found;
  if (access?.state !== 'active' || !access.notify) return skip('nobody_to_tell');
  const message = await compose(scope, { ...found, name: digest, access });
  if (message === 'nothing_waits') return skip(message);
  await deliver(deps, claimed, access.notify, message);
}

function claimedDigest(
  { store }: DigestDeps,
  scope: ShopScope,
  digest: string,
  before: Digest,
  mayRepeat: boolean,
): Claimed {
  const claims = before.claims + 1;
  return { scope, mayRepeat, finish: (finish, event) => store.finish(scope, digest, claims, finish, event) };
}

/** Makes another schedule where the shop is not to be disturbed now. */
async function waitsForQuietHours(
  { schedules, clock }: DigestDeps,
  { shopId }: ShopScope,
  digest: string,
  { access, settings }: FoundDigest,
): Promise<boolean> {
  const period = access && undisturbedPeriod(settings.quietHours, access, clock.now());
  if (!period) return false;
  const at = period.to + digestOffset(shopId, spreadMilliseconds);
  const message: DigestDue = { version: 1, shopId, digest };
  await schedules.add({ name: laterScheduleName(shopId, digest, period.to), at, message });
  return true;
}
