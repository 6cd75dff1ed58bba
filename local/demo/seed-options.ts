/** The running product whose demo shop is filled. */
export interface SeedOptions {
  readonly httpUrl: string;
  readonly endpointUrl: string;
  /** A token of an owner of the demo shop. */
  readonly token: string;
  /** Epoch milliseconds on the local clock. */
  readonly now: number;
}
