const minute = 60_000;

export type OrderState = 'ON_HOLD' | 'IN_TRANSIT' | 'CANCELLED';
export type Action =
  | { readonly type: 'flag'; readonly answerWithin: number | undefined }
  | { readonly type: 'order'; readonly status: OrderState }
  | { readonly type: 'wait'; readonly milliseconds: number }
  /** `tick`: a schedule fires, whenever it was meant to. `refuse_again`: the last refusal is delivered once more. */
  | { readonly type: 'withdraw' | 'cancel' | 'dismiss' | 'refuse' | 'refuse_again' | 'tick' };

/**
 * What the design promises of one Security Alert Order and its waiver, in the simplest words: no table of transitions, no
 * revision, no condition. Time passes by a millisecond at least with each action.
 */
export class AlertModel {
  status: 'open' | 'action_requested' | 'resolved' | 'dismissed' | 'withdrawn' | 'expired' = 'open';
  waiver: 'pending' | 'granted' | 'void' | undefined;
  request: 'pending' | 'unanswered' | 'answered' | undefined;
  order: OrderState = 'ON_HOLD';
  requests = 0;
  now: number;
  private requestedAt = 0;
  private deadline: number;
  private withdrawn = false;
  private beyond = false;

  constructor(now: number, answerWithin: number) {
    this.now = now;
    this.deadline = now + answerWithin;
  }

  /** @returns what a seller is answered; `done` for what no seller does. */
  act(action: Action): string {
    this.now += action.type === 'wait' ? action.milliseconds : 1;
    switch (action.type) {
      case 'cancel':
        return this.cancel();
      case 'dismiss':
        if (!this.isOpen()) return 'alert_not_open';
        this.status = 'dismissed';
        return '200';
      case 'flag':
        this.flag(action.answerWithin);
        break;
      case 'withdraw':
        if (this.waits()) this.withdrawn = true;
        if (this.status === 'open') this.status = 'withdrawn';
        break;
      case 'order':
        this.order = action.status;
        this.follow();
        break;
      case 'refuse':
        this.refuse();
        break;
      case 'tick':
        this.tick();
        break;
      case 'refuse_again':
      case 'wait':
    }
    return 'done';
  }

  /** A request was made that the order service has not answered. */
  isAsked(): boolean {
    return this.request === 'pending' || this.request === 'unanswered';
  }

  private waits(): boolean {
    return this.status === 'open' || this.status === 'action_requested';
  }

  private isOpen(): boolean {
    return this.status === 'open' && this.now < this.deadline;
  }

  private cancel(): string {
    if (!this.isOpen()) return 'alert_not_open';
    if (this.order !== 'ON_HOLD') return 'order_not_cancellable';
    this.status = 'action_requested';
    this.request = 'pending';
    this.requestedAt = this.now;
    this.waiver = 'pending';
    this.requests += 1;
    return '202';
  }

  /** Nobody works on it any more. */
  private release(): void {
    if (this.withdrawn) this.status = 'withdrawn';
    else this.status = this.beyond || this.now >= this.deadline ? 'expired' : 'open';
  }

  private flag(answerWithin: number | undefined): void {
    if (this.status === 'resolved' || this.status === 'dismissed') return;
    this.withdrawn = false;
    this.beyond = this.order !== 'ON_HOLD';
    if (answerWithin !== undefined) this.deadline = this.now + answerWithin;
    else if (this.now >= this.deadline) this.deadline = Number.POSITIVE_INFINITY;
    if (this.status !== 'action_requested') this.release();
  }

  private follow(): void {
    const asked = this.isAsked();
    if (this.order === 'CANCELLED' && this.status !== 'resolved' && (this.waits() || asked)) {
      this.status = 'resolved';
      if (asked) {
        this.request = 'answered';
        this.waiver = 'granted';
      }
    }
    if (this.order !== 'IN_TRANSIT') return;
    if (this.waits() || this.request === 'unanswered') this.beyond = true;
    this.giveUp();
    if (this.status === 'open') this.status = 'expired';
  }

  /** Nothing is left to wait for. */
  private giveUp(): void {
    if (this.beyond && this.request === 'unanswered') this.waiver = 'void';
  }

  private refuse(): void {
    if (!this.isAsked()) return;
    this.request = 'answered';
    this.waiver = 'void';
    if (this.status === 'action_requested') this.release();
  }

  private tick(): void {
    if (this.status === 'action_requested' && this.now >= this.requestedAt + 15 * minute) {
      this.request = 'unanswered';
      this.giveUp();
      this.release();
    } else if (this.status === 'open' && this.now >= this.deadline) this.status = 'expired';
  }
}
