import { isTransientError } from '../kernel/transient-errors.ts';

/** A refusal of an AWS service, named as the SDK names it. */
export class AwsError extends Error {
  readonly status: number;

  constructor(name: string, message: string, status: number) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** What a reply without success says: its name comes in a header, or in the body as `namespace#Name:documentation`. */
export function toAwsError(status: number, typeHeader: string | undefined, text: string): AwsError {
  const body = parseObject(text);
  const type = typeHeader ?? body['code'] ?? body['__type'] ?? body['Code'];
  const message = body['message'] ?? body['Message'];
  return new AwsError(
    typeof type === 'string' ? bareName(type) : 'Unknown',
    typeof message === 'string' ? message : '',
    status,
  );
}

function bareName(type: string): string {
  const [name = ''] = type.split(/[,:]/);
  return name.slice(name.indexOf('#') + 1);
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

const transientStatuses = new Set([429, 500, 502, 503, 504]);

/** Whether the same call may well succeed in a moment. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return isTransientError(error) || (error instanceof AwsError && transientStatuses.has(error.status));
}
