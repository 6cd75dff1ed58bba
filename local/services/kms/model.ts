import type { PolicyStatement } from '../../core/access/policy-statement.ts';

/** A key that signs. Those that encrypt have no model: nothing is encrypted on one machine. */
export interface SigningKeyModel {
  readonly id: string;
  readonly arn: string;
  readonly policy: readonly PolicyStatement[];
}

/** What the template says of keys. */
export interface KmsTemplate {
  readonly signingKeys: readonly SigningKeyModel[];
}
