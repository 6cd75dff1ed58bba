/** What the settings of a stage say of how its console is served; not parsed yet. */
export interface ConsoleAddress {
  readonly stage?: unknown;
  readonly issuer?: unknown;
  readonly consoleUrl?: unknown;
  readonly consoleClientId?: unknown;
  readonly consoleCertificateArn?: unknown;
  readonly signInOrigins?: unknown;
  readonly allowedOrigins?: unknown;
}

/** What is wrong between settings of the console: a certificate for no name, a client of an issuer that is not given, or pages on any port. */
export function consoleProblems(settings: ConsoleAddress): readonly string[] {
  const { stage, issuer, consoleUrl, consoleClientId, consoleCertificateArn, signInOrigins, allowedOrigins } = settings;
  const hasName = typeof consoleUrl === 'string' && consoleUrl.startsWith('https://');
  return [
    ...(consoleCertificateArn !== undefined && !hasName
      ? ['consoleCertificateArn: is for the host of consoleUrl, which must be https and is not given']
      : []),
    ...(issuer === undefined && consoleClientId !== undefined
      ? ['consoleClientId: belongs to an issuer, and none is given; the user pool of the stage makes its own']
      : []),
    ...(issuer === undefined && Array.isArray(signInOrigins) && signInOrigins.length > 0
      ? ['signInOrigins: belong to an issuer, and none is given; those of the user pool are known']
      : []),
    // API Gateway takes no port for any: only the local runtime knows it.
    ...(stage !== 'local' &&
    Array.isArray(allowedOrigins) &&
    allowedOrigins.some((origin) => String(origin).endsWith(':*'))
      ? ['allowedOrigins: must name the port, if any: `:*` is for the local stage alone']
      : []),
  ];
}
