import type { Account } from '../../core/assembly/resource.ts';
import type { Authorizer } from '../../core/access/access-request.ts';
import type { Functions, InvocationResult } from '../lambda/invocation.ts';

/** How an invocation ended for API Gateway, which has words of its own for each API. */
export type Invocation =
  | { readonly type: 'ended'; readonly result: InvocationResult }
  /** The function's policy does not let API Gateway invoke it from there. */
  | { readonly type: 'refused'; readonly because: string }
  | { readonly type: 'late'; readonly because: string };

/** A route of either kind of API. */
interface Integration {
  readonly functionArn: string;
  readonly timeoutMilliseconds: number;
}

/** @param from what the function's permission names: API, stage and route, as `id/stage/route`. */
export type InvokeAsApiGateway = (from: string, integration: Integration, event: object) => Promise<Invocation>;

/** Invokes the functions behind routes where their permissions allow it to API Gateway, and waits for as long as it does. */
export function createApiGatewayInvoker(parts: {
  readonly deployment: Account;
  readonly functions: Functions;
  readonly authorizer: Authorizer;
}): InvokeAsApiGateway {
  const { account, region } = parts.deployment;
  return async (from, { functionArn, timeoutMilliseconds }, event) => {
    const permission = parts.authorizer.decide({
      principal: {
        type: 'service',
        service: 'apigateway.amazonaws.com',
        sourceArn: `arn:aws:execute-api:${region}:${account}:${from}`,
        label: 'apigateway',
      },
      action: 'lambda:InvokeFunction',
      resource: functionArn,
      context: {},
    });
    if (!permission.allowed) return { type: 'refused', because: permission.message };
    const result = await within(timeoutMilliseconds, parts.functions.invoke(functionArn, event));
    return result ? { type: 'ended', result } : { type: 'late', because: `no answer within ${timeoutMilliseconds} ms` };
  };
}

/** The result, or `undefined` when it takes longer; the function then runs on, as on AWS. */
async function within(milliseconds: number, running: Promise<InvocationResult>): Promise<InvocationResult | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}
