import type { LocalRuntime } from '../start-local.ts';

/** One operation of the OpenAPI document that the running product serves. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** With its variables, e.g. `/v1/shops/{shopId}/access`. */
  readonly path: string;
  /** Scheme that it demands. */
  readonly security: string | undefined;
  readonly success: string;
  /** Descriptions by status; they name the codes. */
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          Pick<Operation, 'operationId' | 'responses'> & { readonly security: readonly Record<string, unknown>[] }
        >
      >
    >
  >;
}

export async function readOperations(runtime: LocalRuntime): Promise<readonly Operation[]> {
  const document = (await (await fetch(`${runtime.front}/v1/openapi.json`)).json()) as Document;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security, responses }]) => ({
      operationId,
      method: method.toUpperCase(),
      path,
      security: Object.keys(security[0] ?? {})[0],
      success: Object.keys(responses).find((status) => status.startsWith('2')) ?? 'none',
      responses,
    })),
  );
}

/** Whether the document tells of such an answer, e.g. `404 not_found`, and of API Gateway's own under `default`. */
export function isDocumented({ responses }: Operation, outcome: string): boolean {
  const [status = '', code] = outcome.split(' ');
  if (code === 'gateway') return 'default' in responses;
  const response = responses[status];
  return response !== undefined && (code === undefined || response.description.includes(`\`${code}\``));
}
