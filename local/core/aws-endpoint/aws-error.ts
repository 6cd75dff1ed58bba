import type { JsonObject } from '../assembly/json.ts';

/** An error as an AWS service answers it. */
export class AwsError extends Error {
  /** e.g. `ResourceNotFoundException`. */
  readonly code: string;
  readonly status: number;
  /** Members of the error's shape besides its message. */
  readonly fields: JsonObject;

  constructor(code: string, message: string, status = 400, fields: JsonObject = {}) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}

/** The wire format of a service: where the error's code stands, and how it is typed. */
export interface ErrorFormat {
  readonly style: 'json' | 'rest-json' | 'query';
  /** Shape namespace before `#`, of JSON services. */
  readonly namespace?: string;
  /** SQS still tells the code of its old query protocol, which SDKs turn into the error's name. */
  readonly queryCodes?: Readonly<Record<string, string>>;
}

/** Services of the query protocol have shorter names for refusals than those of JSON. */
export const queryCodes: Readonly<Record<string, string>> = {
  AccessDeniedException: 'AccessDenied',
  IncompleteSignatureException: 'IncompleteSignature',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
  UnrecognizedClientException: 'InvalidClientTokenId',
};

export interface RenderedError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function renderError(error: AwsError, format: ErrorFormat, requestId: string): RenderedError {
  if (format.style === 'query') {
    const fault = error.status < 500 ? 'Sender' : 'Receiver';
    const body = `<ErrorResponse><Error><Type>${fault}</Type><Code>${escapeXml(queryCodes[error.code] ?? error.code)}</Code><Message>${escapeXml(error.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
    return { status: error.status, headers: { 'content-type': 'text/xml' }, body };
  }
  const type = format.namespace === undefined ? error.code : `${format.namespace}#${error.code}`;
  const content = { ...error.fields, message: error.message };
  if (format.style === 'rest-json') {
    const headers = { 'content-type': 'application/json', 'x-amzn-errortype': error.code };
    return { status: error.status, headers, body: JSON.stringify({ Type: 'User', ...content }) };
  }
  const queryCode =
    format.queryCodes === undefined
      ? {}
      : { 'x-amzn-query-error': `${format.queryCodes[error.code] ?? error.code};Sender` };
  const headers = { 'content-type': 'application/x-amz-json-1.0', ...queryCode };
  return { status: error.status, headers, body: JSON.stringify({ __type: type, ...content }) };
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
