import type { RoleModel } from './model.ts';

/** The problem of a role that this service cannot assume, e.g. `lambda.amazonaws.com`; none when it can. */
export function findUntrusted(
  roles: readonly RoleModel[],
  path: string,
  roleArn: string,
  service: string,
): readonly string[] {
  const role = roles.find(({ arn }) => arn === roleArn);
  const trusts = role?.trust.some(
    ({ effect, principals }) => effect === 'Allow' && principals.includes(`Service:${service}`),
  );
  return trusts ? [] : [`${path}: its role ${roleArn} cannot be assumed by ${service}`];
}
