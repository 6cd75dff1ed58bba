import type { Access } from '../access/rules.ts';
import { revisionAtEnd, undoableRemoval, undoEndsAt } from '../block-list/restore-rules.ts';
import type { EndedBlock, RemovedBlock } from '../block-list/restore-rules.ts';
import { isLive } from '../block-list/rules.ts';
import type { Block } from '../block-list/rules.ts';
import type { Exemption } from '../exemptions/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId } from '../kernel/ids.ts';

/** All that a shop has of its own about a buyer's blocks. Nothing of links: neither theirs, nor of blocks that reach them so. */
export interface OwnBlocks {
  /** As it is now, live or expired. */
  readonly block: Block | undefined;
  readonly removed: RemovedBlock | undefined;
  /** From blocks through links. */
  readonly exemption: Exemption | undefined;
  /** Newest first; a listing, which may lag: what was just ended or brought back says the two above. */
  readonly ended: readonly EndedBlock[];
}

/** One block in a buyer's standing. */
export interface StandingBlock
  extends Pick<Block, 'blockId' | 'scope' | 'createdAt' | 'expiresAt'>,
    Partial<Pick<Block, 'reason' | 'duration' | 'createdBy' | 'alertId' | 'revision' | 'gaps' | 'username' | 'note'>> {
  readonly state: 'live' | 'ended';
  readonly endedAt?: EpochMilliseconds;
  readonly endedBecause?: 'removed' | 'lifted' | 'expired';
  readonly endedBy?: string;
  readonly restorableUntil?: EpochMilliseconds;
}

const mostBlocks = 20;

/** What the gate says of a new order of this buyer, as far as their own block and exemption go. */
export function atGate({ block, exemption }: Pick<OwnBlocks, 'block' | 'exemption'>, now: EpochMilliseconds) {
  if (block && isLive(block, now)) return { decision: 'deny', reason: 'blocked', blockId: block.blockId } as const;
  return { decision: 'allow', reason: exemption ? 'exempt' : 'not_blocked' } as const;
}

/** The shop's blocks of a buyer, newest first: each once, as the surest of what tells of it has it. */
export function standingBlocks(
  { block, removed, ended }: OwnBlocks,
  access: Pick<Access, 'since'>,
  now: EpochMilliseconds,
): readonly StandingBlock[] {
  const restorable = undoableRemoval({ removed, block, access }, now);
  const found = [
    ...(block ? [ofPresent(block, now)] : []),
    ...(removed ? [ofRemoved(removed, restorable !== undefined)] : []),
    ...ended.map(ofEnded),
  ];
  const byId = new Map<BlockId, StandingBlock>();
  for (const one of found) if (!byId.has(one.blockId)) byId.set(one.blockId, one);
  return [...byId.values()].toSorted((one, other) => other.createdAt - one.createdAt).slice(0, mostBlocks);
}

function ofPresent(block: Block, now: EpochMilliseconds): StandingBlock {
  if (isLive(block, now)) return { ...factsOf(block), ...wordsOf(block), state: 'live' };
  return { ...factsOf(block), state: 'ended', endedAt: block.expiresAt, endedBecause: 'expired' };
}

function ofRemoved(removed: RemovedBlock, isRestorable: boolean): StandingBlock {
  const { block, endedAt, endedBy } = removed;
  return {
    ...factsOf(block),
    revision: revisionAtEnd(block),
    state: 'ended',
    endedAt,
    endedBecause: 'removed',
    endedBy,
    ...(isRestorable ? { ...wordsOf(block), restorableUntil: undoEndsAt(removed) } : {}),
  };
}

function ofEnded(block: EndedBlock): StandingBlock {
  const { endedAt, endedBecause = 'removed', endedBy } = block;
  return {
    ...factsOf(block),
    state: 'ended',
    endedAt,
    endedBecause,
    ...(endedBy === undefined ? {} : { endedBy }),
  };
}

type Facts = Omit<StandingBlock, 'state' | 'username' | 'note'>;

function factsOf(block: Block | (EndedBlock & Pick<Block, 'gaps'>)): Facts {
  const { blockId, scope, createdAt, expiresAt, reason, duration, createdBy, alertId, revision, gaps } = block;
  const known = { reason, duration, createdBy, alertId, revision, gaps };
  return {
    blockId,
    scope,
    createdAt,
    expiresAt,
    ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Partial<typeof known>),
  } as Facts;
}

function wordsOf({ username, note }: Block): Pick<Block, 'username' | 'note'> {
  return { ...(username === undefined ? {} : { username }), ...(note === undefined ? {} : { note }) };
}
