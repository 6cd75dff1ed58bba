export const signatureAlgorithm = 'AWS4-HMAC-SHA256';

/** The parts of an Authorization header of Signature Version 4. */
export interface Authorization {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** The header's parts, or what is wrong with it. */
export function parseAuthorization(header: string): Authorization | string {
  const [algorithm = '', rest = ''] = header.split(/\s+(.*)/s);
  if (algorithm !== signatureAlgorithm) return `Unsupported AWS 'algorithm': '${algorithm}'.`;
  const parts = new Map(rest.split(',').map((part) => part.trim().split(/=(.*)/s).slice(0, 2) as [string, string]));
  for (const name of ['Credential', 'SignedHeaders', 'Signature']) {
    if (!parts.get(name)) return `Authorization header requires '${name}' parameter.`;
  }
  const scope = (parts.get('Credential') ?? '').split('/');
  const [date, region, service, terminator] = scope.slice(-4);
  if (
    scope.length < 5 ||
    date === undefined ||
    region === undefined ||
    service === undefined ||
    terminator !== 'aws4_request'
  ) {
    return "Credential must have the form <access key>/<date>/<region>/<service>/aws4_request in the 'Authorization' header.";
  }
  return {
    accessKeyId: scope.slice(0, -4).join('/'),
    date,
    region,
    service,
    signedHeaders: (parts.get('SignedHeaders') ?? '').split(';'),
    signature: parts.get('Signature') ?? '',
  };
}

/** `YYYYMMDDTHHMMSSZ` in epoch milliseconds. */
export function parseTimestamp(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  return match === null
    ? undefined
    : Date.UTC(
        Number(match[1]),
        Number(match[2]) - 1,
        Number(match[3]),
        Number(match[4]),
        Number(match[5]),
        Number(match[6]),
      );
}
