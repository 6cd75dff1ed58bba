import type { Deployment } from '../../../local/deployment.ts';
import type { Authorizer } from '../../../local/core/access/access-request.ts';
import type { PolicyStatement } from '../../../local/core/access/policy-statement.ts';
import { createAuthorizer } from '../../../local/services/iam/authorizer.ts';
import type { RoleModel } from '../../../local/services/iam/model.ts';
import type { RecordedRequest } from '../../../local/services/iam/record-requests.ts';

export interface Judgement {
  /** What a role asked for and may not do by its template, under one of the readings at least. */
  readonly refused: readonly RecordedRequest[];
  /** Statements without which everything that was asked for would be allowed all the same. */
  readonly unneeded: readonly { readonly role: RoleModel; readonly statement: PolicyStatement }[];
  /** Requests by reading. */
  readonly readings: Readonly<Record<string, number>>;
  readonly roles: number;
  readonly statements: number;
}

/** Holds what roles asked for against the policies of a deployment; requests of roles that it does not have are not its own. */
export function judgeRequests(deployment: Deployment, recorded: Iterable<RecordedRequest>): Judgement {
  const roles = deployment.roles.filter(({ statements }) => statements.length > 0);
  const names = new Set(roles.map(({ arn }) => arn));
  const unique = new Map<string, RecordedRequest>();
  for (const request of recorded) if (names.has(request.roleArn)) unique.set(JSON.stringify(request), request);
  const requests = [...unique.values()];
  const byRole = Map.groupBy(requests, ({ roleArn }) => roleArn);
  const whole = createAuthorizer(deployment);
  const unneeded = roles.flatMap((role) =>
    role.statements
      .filter((statement) => {
        const rest = withStatements(
          deployment,
          role,
          role.statements.filter((other) => other !== statement),
        );
        return (byRole.get(role.arn) ?? []).every((request) => mayDo(rest, request) || !mayDo(whole, request));
      })
      .map((statement) => ({ role, statement })),
  );
  return {
    refused: requests.filter((request) => !mayDo(whole, request)),
    unneeded,
    readings: Object.fromEntries(
      [...Map.groupBy(requests, ({ reading }) => reading)].map(([reading, some]) => [reading, some.length]),
    ),
    roles: roles.length,
    statements: roles.reduce((sum, { statements }) => sum + statements.length, 0),
  };
}

function withStatements(deployment: Deployment, role: RoleModel, statements: RoleModel['statements']): Authorizer {
  const roles = deployment.roles.map((one) => (one === role ? { ...one, statements } : one));
  return createAuthorizer({ ...deployment, roles });
}

function mayDo(authorizer: Authorizer, { roleArn, reading: _, ...request }: RecordedRequest): boolean {
  const principal = { type: 'role', roleArn, accessKeyId: '', label: roleArn } as const;
  return authorizer.decide({ principal, ...request }).allowed;
}
