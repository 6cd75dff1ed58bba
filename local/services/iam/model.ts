import type { PolicyStatement } from '../../core/access/policy-statement.ts';

export interface RoleModel {
  readonly arn: string;
  readonly name: string;
  /** CDK path. */
  readonly path: string;
  readonly statements: readonly PolicyStatement[];
  readonly trust: readonly PolicyStatement[];
}

/** What the template says of identities. */
export interface IamTemplate {
  readonly roles: readonly RoleModel[];
}
