/** Somebody who can sign in on this machine. */
export interface Person {
  /** Of the button, e.g. `owner`. */
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  /** What they show: a sentence for the page on which they are chosen. */
  readonly about: string;
  /** `<shopId>:<role>` each. */
  readonly shops: readonly string[];
}
