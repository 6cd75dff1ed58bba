import type { PolicyStatement } from '../../../local/core/access/policy-statement.ts';
import type { RoleModel } from '../../../local/services/iam/model.ts';

/** The short list: statements that no call in a test run can need, and why. */
const reasons: readonly { readonly actions: RegExp; readonly role?: RegExp; readonly because: string }[] = [
  { actions: /^kms:/, because: 'nothing is encrypted on one machine' },
  { actions: /^(logs|xray|cloudwatch):/, because: 'logs, traces and metrics leave the process without a call here' },
];

/** `undefined` for one that a test has to need. */
export function reasonOf(
  { name, path }: Pick<RoleModel, 'name' | 'path'>,
  { actions }: Pick<PolicyStatement, 'actions'>,
): string | undefined {
  return reasons.find(
    (one) =>
      actions.every((action) => one.actions.test(action)) &&
      (one.role?.test(name) ?? true) &&
      (one.role?.test(path) ?? true),
  )?.because;
}
