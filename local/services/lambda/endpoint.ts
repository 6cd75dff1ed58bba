import type { Account } from '../../core/assembly/resource.ts';
import type { JsonObject } from '../../core/assembly/json.ts';
import { asText } from '../../core/assembly/json.ts';
import { headerOf } from '../../core/access/signed-request.ts';
import type { SignedRequest } from '../../core/access/signed-request.ts';
import type { Functions, InvokeAsynchronously } from './invocation.ts';
import { isNestedTooDeep } from '../../core/aws-endpoint/json-depth.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import type { Call, EndpointService, ParsedCall, Reply } from '../../core/aws-endpoint/endpoint-service.ts';

const path = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?(?:\?(.*))?$/;
const maximumBytes = { RequestResponse: 6 * 1024 * 1024, Event: 1024 * 1024, DryRun: 6 * 1024 * 1024 } as const;
type InvocationType = keyof typeof maximumBytes;

export function createLambdaEndpoint(
  deployment: Account,
  functions: Functions,
  invokeAsynchronously: InvokeAsynchronously,
): EndpointService {
  const arnOf = (name: string): string =>
    functions.resolve(name) ??
    (name.startsWith('arn:')
      ? name
      : `arn:aws:lambda:${deployment.region}:${deployment.account}:function:${name.replace(/^.*:/, '')}`);
  return {
    name: 'lambda',
    operations: ['Invoke'],
    errors: { style: 'rest-json' },
    refusalStatus: 403,
    parse,
    requirements: ({ input }) => [
      { action: 'lambda:InvokeFunction', resource: arnOf(asText(input['FunctionName']) ?? ''), context: {} },
    ],
    perform: (call) => {
      const arn = functions.resolve(asText(call.input['FunctionName']) ?? '');
      if (arn === undefined)
        throw new AwsError(
          'ResourceNotFoundException',
          `Function not found: ${arnOf(asText(call.input['FunctionName']) ?? '')}`,
          404,
        );
      return invoke(call, arn, functions, invokeAsynchronously);
    },
  };
}

function parse(request: SignedRequest): ParsedCall {
  const match = path.exec(request.url);
  if (request.method !== 'POST' || match === null) {
    throw new AwsError(
      'UnknownOperationException',
      `the local AWS endpoint does not serve ${request.method} ${request.url} of Lambda`,
      404,
    );
  }
  const qualifier = new URLSearchParams(match[2] ?? '').get('Qualifier');
  if (qualifier !== null && qualifier !== '$LATEST')
    throw new AwsError('ResourceNotFoundException', `there is no version or alias ${qualifier} locally`, 404);
  const type = headerOf(request, 'x-amz-invocation-type') ?? 'RequestResponse';
  if (!isInvocationType(type)) throw new AwsError('InvalidParameterValueException', `unknown invocation type ${type}`);
  if (request.body.length > maximumBytes[type])
    throw new AwsError(
      'RequestTooLargeException',
      `Request must be smaller than ${maximumBytes[type]} bytes for the InvokeFunction operation`,
      413,
    );
  const input: JsonObject = { FunctionName: decodeURIComponent(match[1] ?? ''), InvocationType: type };
  return { operation: 'Invoke', input };
}

function isInvocationType(type: string): type is InvocationType {
  return Object.hasOwn(maximumBytes, type);
}

async function invoke(
  { input, request }: Call,
  arn: string,
  functions: Functions,
  invokeAsynchronously: InvokeAsynchronously,
): Promise<Reply> {
  const payload = parsePayload(request.body);
  const headers = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' };
  if (input['InvocationType'] === 'DryRun') return { status: 204, headers: {}, body: '' };
  if (input['InvocationType'] === 'Event') {
    void invokeAsynchronously(arn, payload);
    return { status: 202, headers: {}, body: '' };
  }
  const result = await functions.invoke(arn, payload);
  const body = JSON.stringify(result.payload) ?? 'null';
  return result.functionError === undefined
    ? { status: 200, headers, body }
    : {
        status: 200,
        headers: { ...headers, 'x-amz-function-error': result.functionError },
        body,
        error: `FunctionError.${result.functionError}`,
      };
}

/** No payload at all reaches the function as an empty object, as from Lambda. */
function parsePayload(body: Uint8Array): unknown {
  if (body.length === 0) return {};
  const text = Buffer.from(body).toString('utf8');
  if (isNestedTooDeep(text))
    throw new AwsError(
      'InvalidRequestContentException',
      'Could not parse request body into json: it is nested too deep.',
    );
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AwsError(
      'InvalidRequestContentException',
      `Could not parse request body into json: ${(error as Error).message}`,
    );
  }
}
