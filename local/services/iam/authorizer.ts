import type { PermissionRules } from '../../core/access/permission-rules.ts';
import type { Account } from '../../core/assembly/resource.ts';
import type { IamTemplate, RoleModel } from './model.ts';
import type { PolicyStatement } from '../../core/access/policy-statement.ts';
import type { AccessAnswer, AccessRequest, Authorizer, Principal } from '../../core/access/access-request.ts';
import { checkStatement } from './check-statement.ts';
import { evaluatePolicy } from './evaluate-policy.ts';
import type { PolicyDecision } from './evaluate-policy.ts';

/**
 * Decides by the template's policies, as IAM does inside one account: a role needs an Allow in its own
 * policies or in the resource's; a service principal needs one in the resource's; a Deny anywhere wins.
 * @throws at creation, for a statement that the evaluator cannot judge.
 */
export function createAuthorizer(
  deployment: Account & IamTemplate & { readonly permissions: PermissionRules },
): Authorizer {
  const roles = new Map(deployment.roles.map((role) => [role.arn, role]));
  const { permissions } = deployment;
  const resourcePolicies = new Map(permissions.resourcePolicies.map(({ arn, statements }) => [arn, statements]));
  for (const statement of [
    ...deployment.roles.flatMap((role) => role.statements),
    ...[...resourcePolicies.values()].flat(),
  ])
    checkStatement(statement, permissions);

  return {
    decide: (request) => {
      const { principal, action, resource } = request;
      const full = { action, resource, context: { ...defaultContext(principal, deployment), ...request.context } };
      const policy = resourcePolicies.get(request.policyOf ?? resource) ?? [];
      const concerning = policy.filter((statement) => concerns(statement, principal, deployment.account));
      const fromResource = evaluatePolicy(concerning, full);
      if (principal.type === 'service') return answer(request, [fromResource], deployment.account);
      const role = roles.get(principal.roleArn);
      return answer(request, [evaluatePolicy(role?.statements ?? [], full), fromResource], deployment.account, role);
    },
  };
}

function answer(
  request: AccessRequest,
  decisions: readonly PolicyDecision[],
  account: string,
  role?: RoleModel,
): AccessAnswer {
  const { principal, action, resource } = request;
  const denial = decisions.find((decision) => decision.effect === 'deny');
  const allowance = decisions.find((decision) => decision.effect === 'allow');
  if (denial === undefined && allowance?.effect === 'allow')
    return { allowed: true, statement: allowance.statement.source };
  const kind = principal.type === 'service' ? 'resource-based' : 'identity-based';
  const because =
    denial?.effect === 'deny'
      ? `with an explicit deny in a ${denial.statement.principals.length > 0 ? 'resource-based' : 'identity-based'} policy: ${denial.statement.source}`
      : `because no ${kind} policy allows the ${action} action`;
  return {
    allowed: false,
    message: `User: ${callerArn(principal, account, role)} is not authorized to perform: ${action} on resource: ${resource} ${because}`,
  };
}

/** A role's session as STS names it, `arn:aws:sts::<account>:assumed-role/<role>/<session>`; the session is the function's or caller's name. */
export function callerArn(principal: Principal, account: string, role?: Pick<RoleModel, 'name'>): string {
  if (principal.type === 'service') return principal.service;
  const name = role?.name ?? principal.roleArn.replace(/^.*\//, '');
  return `arn:aws:sts::${account}:assumed-role/${name}/${principal.label}`;
}

function concerns(statement: PolicyStatement, principal: Principal, account: string): boolean {
  return statement.principals.some((candidate) => {
    if (candidate === '*') return true;
    if (principal.type === 'service') return candidate === `Service:${principal.service}`;
    // Naming the account hands the decision to identity policies: it can deny, but allows nobody by itself.
    if (candidate === `AWS:arn:aws:iam::${account}:root`) return statement.effect === 'Deny';
    return candidate === `AWS:${principal.roleArn}`;
  });
}

function defaultContext(principal: Principal, { account, region }: Account): AccessRequest['context'] {
  // the AWS endpoint and the HTTP front end stand for AWS's endpoints, which are reached over TLS only.
  const always = { 'aws:SecureTransport': ['true'], 'aws:RequestedRegion': [region] };
  return principal.type === 'service'
    ? {
        ...always,
        'aws:PrincipalIsAWSService': ['true'],
        'aws:PrincipalServiceName': [principal.service],
        'aws:SourceAccount': [account],
        'aws:SourceArn': [principal.sourceArn],
      }
    : {
        ...always,
        'aws:PrincipalIsAWSService': ['false'],
        'aws:PrincipalArn': [principal.roleArn],
        'aws:PrincipalAccount': [account],
      };
}
