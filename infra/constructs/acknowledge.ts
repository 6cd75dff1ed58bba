import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts one finding of the AwsSolutions rules on one construct.
 * @param finding The rule, with what it found in brackets where a rule reports several: `IAM5[Action::x:*]`.
 * @param reason Why this is right here, for whoever audits the template.
 */
export function acknowledge(construct: IConstruct, finding: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions-${finding}`, reason });
}
