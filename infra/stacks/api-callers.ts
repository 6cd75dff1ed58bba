import { Stack } from 'aws-cdk-lib';
import type { CfnApi, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { CallerName } from '../settings/settings-schema.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { CallerPolicy, allow } from '../constructs/caller-policy.ts';
import type { ServiceFunction } from '../constructs/service-function.ts';
import type { HttpFunction } from '../function-definition.ts';

export interface ApiCallersProps {
  readonly roles: Readonly<Record<CallerName, IRole>>;
  readonly service: HttpApi;
  readonly functions: readonly { readonly definition: HttpFunction; readonly target: ServiceFunction }[];
}

/** Which caller may use which routes of the service API, by the construct of its policy. */
const callers = {
  OrderServiceAsksTheGate: { caller: 'order-service', routes: 'POST/v1/gate/decisions' },
  'RoutesOf performance-service': { caller: 'performance-service', routes: '*/v1/performance/*' },
  'RoutesOf support': { caller: 'support', routes: '*/v1/support/*' },
  'RoutesOf ops': { caller: 'ops', routes: '*/v1/admin/*' },
} as const satisfies Record<string, { caller: CallerName; routes: string }>;

/** Lets each caller use its routes, and invoke the functions that name it. */
export function addApiCallers(scope: Construct, { roles, service, functions }: ApiCallersProps): void {
  const stack = Stack.of(scope);
  const apiLogicalId = stack.getLogicalId(service.node.defaultChild as CfnApi);
  for (const [id, { caller, routes }] of Object.entries(callers)) {
    const resourceName = `$default/${routes}`;
    const invocable = functions.filter(({ definition }) => definition.invokedBy === caller);
    const policy = new CallerPolicy(scope, id, {
      role: roles[caller],
      statements: [
        allow(
          ['execute-api:Invoke'],
          [stack.formatArn({ service: 'execute-api', resource: service.apiId, resourceName })],
        ),
        ...invocable.map(({ target }) => allow(['lambda:InvokeFunction'], [target.function.functionArn])),
      ],
    });
    if (!routes.includes('*')) continue;
    const arn = `arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${apiLogicalId}>/${resourceName}`;
    acknowledge(policy, `IAM5[Resource::${arn}]`, "All routes under this prefix are this caller's, and nobody else's.");
  }
}
