import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EntityVersion } from '../kernel/entity-version.ts';
import type { ShopId } from '../kernel/ids.ts';
import { nextMidnight } from '../kernel/shop-day.ts';
import type { AccessEndReason } from '../kernel/words/access.ts';

export type AccessState = 'not_invited' | 'active' | 'terminated';
export type Role = 'owner' | 'agent' | 'viewer';

export interface Quotas {
  /** Live blocks at any instant. */
  readonly blocks: number;
  /** New blocks in one of the shop's days. */
  readonly newBlocksPerDay: number;
}
export const defaultQuotas: Quotas = { blocks: 100, newBlocksPerDay: 10 };

export interface Notify {
  readonly channel: 'email' | 'seller_center_message';
  readonly address?: string | undefined;
}

/** What ops hold about a shop's access. */
export interface Access {
  readonly state: AccessState;
  /** When the present state began. */
  readonly since: EpochMilliseconds;
  /** IANA zone of the shop's day. */
  readonly timeZone: string;
  /** A changed zone waits here for the later of the two midnights. */
  readonly nextTimeZone?: { readonly timeZone: string; readonly from: EpochMilliseconds };
  readonly quotas: Quotas;
  readonly members: readonly { readonly subject: string; readonly role: Role }[];
  readonly notify?: Notify;
  /** For ops alone. */
  readonly reason?: string;
  /** Of an ended access; never `other`, which is what its absence means. */
  readonly reasonCode?: AccessEndReason;
  /** Of an ended access: what the shop is told. */
  readonly text?: string;
  /** Grows by one with each change; a write conditions on the one it read. */
  readonly revision: number;
}

interface QuotaChange {
  readonly blocks?: number | undefined;
  readonly newBlocksPerDay?: number | undefined;
}

export interface AccessChange {
  readonly state: 'active' | 'terminated';
  readonly timeZone: string;
  readonly quotas?: QuotaChange | undefined;
  readonly members?: Access['members'] | undefined;
  readonly notify?: Notify | undefined;
  readonly reason?: string | undefined;
  readonly reasonCode?: AccessEndReason | undefined;
  readonly text?: string | undefined;
}

export type AccessEventType = 'Access Granted' | 'Access Terminated' | 'Access Changed';

/** The access after a change by ops, and what it is called; quotas, members and notification stay where the change is silent. */
export function changeAccess(
  current: Access | undefined,
  change: AccessChange,
  now: EpochMilliseconds,
): { readonly access: Access; readonly event: AccessEventType } {
  const entered = change.state !== (current?.state ?? 'not_invited');
  const notify = change.notify ?? current?.notify;
  const access: Access = {
    state: change.state,
    since: entered || !current ? now : current.since,
    ...changeZone(current, change.timeZone, now),
    quotas: { ...(current?.quotas ?? defaultQuotas), ...definedQuotas(change.quotas) },
    members: change.members ?? current?.members ?? [],
    ...(notify ? { notify } : {}),
    ...(change.reason === undefined ? {} : { reason: change.reason }),
    ...endingAfter(current, change),
    revision: (current?.revision ?? 0) + 1,
  };
  const event = entered ? (change.state === 'active' ? 'Access Granted' : 'Access Terminated') : 'Access Changed';
  return { access, event };
}

/** The access given back as it was: its quotas, members, notification and zone. */
export function grantAgain(current: Access, now: EpochMilliseconds) {
  const timeZone = current.nextTimeZone?.timeZone ?? current.timeZone;
  return changeAccess(current, { state: 'active', timeZone }, now);
}

/** It stays where a repeated termination is silent, and goes with the next grant. */
function endingAfter(current: Access | undefined, change: AccessChange): Pick<Access, 'reasonCode' | 'text'> {
  if (change.state !== 'terminated') return {};
  const reasonCode = change.reasonCode ?? current?.reasonCode ?? 'other';
  const text = change.text ?? current?.text;
  return { ...(reasonCode === 'other' ? {} : { reasonCode }), ...(text === undefined ? {} : { text }) };
}

/** Why an access has ended, as its shop is told: of any other state there is nothing to tell. */
export function endingOf({ state, reasonCode, text }: Pick<Access, 'state' | 'reasonCode' | 'text'>): {
  readonly reasonCode?: AccessEndReason;
  readonly text?: string;
} {
  if (state !== 'terminated') return {};
  return { reasonCode: reasonCode ?? 'other', ...(text === undefined ? {} : { text }) };
}

function definedQuotas(quotas: QuotaChange | undefined): Partial<Quotas> {
  return {
    ...(quotas?.blocks === undefined ? {} : { blocks: quotas.blocks }),
    ...(quotas?.newBlocksPerDay === undefined ? {} : { newBlocksPerDay: quotas.newBlocksPerDay }),
  };
}

/** The later of the two midnights: so no instant belongs to two days, and a change cannot hand out a second day's quota. */
function changeZone(
  current: Access | undefined,
  timeZone: string,
  now: EpochMilliseconds,
): Pick<Access, 'timeZone'> | Required<Pick<Access, 'timeZone' | 'nextTimeZone'>> {
  if (!current) return { timeZone };
  const present = zoneAt(current, now);
  if (present === timeZone) return { timeZone };
  if (current.nextTimeZone?.timeZone === timeZone && current.nextTimeZone.from > now) {
    return { timeZone: present, nextTimeZone: current.nextTimeZone };
  }
  const from = Math.max(nextMidnight(present, now), nextMidnight(timeZone, now));
  return { timeZone: present, nextTimeZone: { timeZone, from } };
}

/** What `If-Match` is compared with: also of a shop that never had access, which can be given it. */
export function versionOf(shopId: ShopId, access: Pick<Access, 'revision'> | undefined): EntityVersion {
  return { id: shopId, revision: access?.revision ?? 0 };
}

/** The zone in force at an instant. */
export function zoneAt(access: Pick<Access, 'timeZone' | 'nextTimeZone'>, now: EpochMilliseconds): string {
  const next = access.nextTimeZone;
  return next && now >= next.from ? next.timeZone : access.timeZone;
}
