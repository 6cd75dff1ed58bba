/** Why a message can never be worked on, as its dead letter says. */
export type DeadLetterReason =
  | 'malformed_json'
  | 'unknown_event_type'
  | 'invalid_event'
  | 'future_time'
  | 'conflicting_buyer';

/**
 * Thrown for a message that no retry would help: it goes to the dead letters at once, with its reason.
 * Anything else that is thrown lets the queue try the message again.
 */
export class DeadLetter extends Error {
  readonly reason: DeadLetterReason;
  /** Field paths only, e.g. `detail.username`: values may be a buyer's, and dead letters are read by people. */
  readonly detail: string;

  constructor(reason: DeadLetterReason, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'DeadLetter';
    this.reason = reason;
    this.detail = detail;
  }
}
