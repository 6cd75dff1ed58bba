/** An HTTP request as it came over the wire: nothing decoded, so that it can be hashed as it was signed. */
export interface SignedRequest {
  readonly method: string;
  /** As in the request line, with its query string. */
  readonly url: string;
  /** As Node gives them: lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

export function headerOf(request: SignedRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' || value === undefined ? value : value.join(',');
}
