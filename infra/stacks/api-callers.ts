import { Stack } from 'aws-cdk-lib';
import type { CfnApi, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { CallerName } from '../config.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { CallerPolicy, allow } from '../constructs/caller-policy.ts';

export interface ApiCallersProps {
  readonly roles: Readonly<Record<CallerName, IRole>>;
  readonly service: HttpApi;
  readonly gate: IFunction;
}

/** Which caller may use which routes of the service API. */
export function addApiCallers(scope: Construct, { roles, service, gate }: ApiCallersProps): void {
  const stack = Stack.of(scope);
  const invoke = (route: string) =>
    allow(
      ['execute-api:Invoke'],
      [stack.formatArn({ service: 'execute-api', resource: service.apiId, resourceName: `$default/${route}` })],
    );

  new CallerPolicy(scope, 'OrderServiceAsksTheGate', {
    role: roles['order-service'],
    statements: [invoke('POST/v1/gate/decisions'), allow(['lambda:InvokeFunction'], [gate.functionArn])],
  });
  const apiLogicalId = stack.getLogicalId(service.node.defaultChild as CfnApi);
  const byPrefix = {
    'performance-service': 'GET/v1/performance/*',
    support: '*/v1/support/*',
    ops: '*/v1/admin/*',
  } as const;
  for (const [caller, routes] of Object.entries(byPrefix)) {
    const policy = new CallerPolicy(scope, `RoutesOf ${caller}`, {
      role: roles[caller as keyof typeof byPrefix],
      statements: [invoke(routes)],
    });
    const arn = `arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${apiLogicalId}>/$default/${routes}`;
    acknowledge(policy, `IAM5[Resource::${arn}]`, "All routes under this prefix are this caller's, and nobody else's.");
  }
}
