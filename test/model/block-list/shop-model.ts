import { ninetyDays } from '../../../shared/block-list/rules.ts';

export type Duration = '90_days' | 'permanent';
export type Action =
  | { readonly type: 'add' | 'extend'; readonly buyer: string; readonly duration: Duration }
  | { readonly type: 'remove' | 'restore' | 'exempt' | 'end exemption'; readonly buyer: string }
  | { readonly type: 'advance'; readonly milliseconds: number }
  | {
      readonly type: 'access';
      readonly state: 'active' | 'terminated';
      readonly quotas: { readonly blocks: number; readonly newBlocksPerDay: number };
    }
  /** DynamoDB deletes whatever has expired, sooner or later. */
  | { readonly type: 'ttl' };

const day = 86_400_000;
const undoTime = 15 * 60_000;

/** A block that a seller has removed. */
interface Removed {
  readonly expiresAt: number;
  readonly at: number;
  /** In which time of access. */
  readonly grant: number;
}

/** What the design promises, in the simplest words: no ledger, no marker, no condition. The shop's zone is UTC. */
export class ShopModel {
  readonly blocks = new Map<string, number>();
  readonly newBlocks = new Map<number, number>();
  readonly removed = new Map<string, Removed>();
  readonly exempt = new Set<string>();
  active = true;
  grants = 1;
  quotas = { blocks: 100, newBlocksPerDay: 10 };
  now: number;

  constructor(now: number) {
    this.now = now;
  }

  isLive(buyer: string): boolean {
    return this.now < (this.blocks.get(buyer) ?? 0);
  }

  live(): string[] {
    return [...this.blocks.keys()].filter((buyer) => this.isLive(buyer));
  }

  today(): number {
    return this.newBlocks.get(Math.floor(this.now / day)) ?? 0;
  }

  denies(buyer: string): boolean {
    return this.active && this.isLive(buyer);
  }

  /** Does it, and answers what the API has to answer. */
  act(action: Exclude<Action, { type: 'ttl' }>): string {
    if (action.type === 'advance') this.now += action.milliseconds;
    if (action.type === 'access') this.setAccess(action);
    if (action.type === 'advance' || action.type === 'access') return '200';
    if (!this.active) return 'access_not_active';
    if (action.type === 'exempt') {
      if (this.isLive(action.buyer)) return 'already_blocked';
      if (this.exempt.has(action.buyer)) return 'already_exempt';
      this.exempt.add(action.buyer);
      return '201';
    }
    if (action.type === 'end exemption') return this.exempt.delete(action.buyer) ? '204' : 'not_found';
    const expiresAt =
      'duration' in action && action.duration === '90_days' ? this.now + ninetyDays : Number.MAX_SAFE_INTEGER;
    if (action.type === 'add') {
      if (this.isLive(action.buyer)) return 'already_blocked';
      if (this.live().length >= this.quotas.blocks) return 'block_list_full';
      if (this.today() >= this.quotas.newBlocksPerDay) return 'daily_block_limit_reached';
      this.newBlocks.set(Math.floor(this.now / day), this.today() + 1);
      this.blocks.set(action.buyer, expiresAt);
      this.removed.delete(action.buyer);
      this.exempt.delete(action.buyer);
      return '201';
    }
    if (action.type === 'restore') return this.restore(action.buyer);
    if (!this.isLive(action.buyer)) return 'not_found';
    if (action.type === 'extend') this.blocks.set(action.buyer, expiresAt);
    if (action.type === 'extend') return '200';
    const ended = { expiresAt: this.blocks.get(action.buyer) ?? 0, at: this.now, grant: this.grants };
    this.removed.set(action.buyer, ended);
    this.blocks.delete(action.buyer);
    return '204';
  }

  private restore(buyer: string): string {
    const removed = this.removed.get(buyer);
    const isOver = !removed || this.now >= removed.expiresAt || this.now >= removed.at + undoTime;
    if (isOver || removed.grant !== this.grants || this.isLive(buyer)) return 'not_restorable';
    if (this.live().length >= this.quotas.blocks) return 'block_list_full';
    this.blocks.set(buyer, removed.expiresAt);
    this.removed.delete(buyer);
    this.exempt.delete(buyer);
    return '200';
  }

  private setAccess({ state, quotas }: Extract<Action, { type: 'access' }>): void {
    // It takes ops a moment.
    this.now += 1;
    const active = state === 'active';
    if (active && !this.active) this.grants += 1;
    [this.active, this.quotas] = [active, quotas];
  }
}
