/** A domain or an address that may be a sender. */
export interface EmailIdentityModel {
  readonly identity: string;
  readonly arn: string;
}

/** What the template says of senders. */
export interface SesTemplate {
  readonly emailIdentities: readonly EmailIdentityModel[];
}
