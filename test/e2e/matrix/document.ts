import { departuresFrom } from '../../builders/answers/described-answers.ts';
import type { DescribedApis, DescribedOperation } from '../../builders/answers/described-answers.ts';
import type { LocalRuntime } from '../start-local.ts';

/** One operation of the OpenAPI document that the running product serves. */
export interface Operation extends DescribedOperation {
  readonly method: string;
  /** With its variables, e.g. `/v1/shops/{shopId}/access`. */
  readonly path: string;
  /** Scheme that it demands. */
  readonly security: string | undefined;
  readonly success: string;
}

export interface Description {
  readonly operations: readonly Operation[];
  readonly departures: ReturnType<typeof departuresFrom>;
}

export async function readDocument(runtime: LocalRuntime): Promise<Description> {
  const document = (await (await fetch(`${runtime.httpUrl}/v1/openapi.json`)).json()) as DescribedApis;
  return {
    operations: Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => toOperation(path, method, operation)),
    ),
    departures: departuresFrom(document),
  };
}

function toOperation(
  path: string,
  method: string,
  operation: DescribedOperation & { readonly security?: readonly object[] },
): Operation {
  const { operationId, responses, security } = operation;
  return {
    ...{ operationId, responses, path, method: method.toUpperCase() },
    security: Object.keys(security?.[0] ?? {})[0],
    success: Object.keys(responses).find((status) => status.startsWith('2')) ?? 'none',
  };
}
