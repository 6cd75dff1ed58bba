import type { Account } from '../../../core/assembly/resource.ts';
import type { FunctionModel } from '../model.ts';

/** An access key pair that the AWS endpoint knows as this function's role. */
export interface FunctionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * The whole environment of a function: the template's variables and those that Lambda sets, nothing of
 * ours. `AWS_ENDPOINT_URL` is the SDK's own variable; it sends every AWS call through the AWS endpoint.
 */
export function lambdaEnvironment(
  deployment: Account,
  model: FunctionModel,
  local: { readonly endpointUrl: string; readonly credentials: FunctionCredentials; readonly workerId: string },
): Readonly<Record<string, string>> {
  return {
    ...model.environment,
    AWS_REGION: deployment.region,
    AWS_DEFAULT_REGION: deployment.region,
    AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
    AWS_ENDPOINT_URL: local.endpointUrl,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: model.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(model.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${model.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: local.workerId,
    LAMBDA_TASK_ROOT: model.codeDirectory,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    _HANDLER: model.handler,
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin/:/bin',
  };
}
