/** What the settings of a stage say of how its console is served; not parsed yet. */
export interface ConsoleAddress {
  readonly issuer?: unknown;
  readonly consoleUrl?: unknown;
  readonly consoleClientId?: unknown;
  readonly consoleCertificateArn?: unknown;
  readonly signInOrigins: readonly unknown[];
}

/** What is wrong between settings of the console: a certificate for no name, or a client of an issuer that is not given. */
export function consoleProblems(settings: ConsoleAddress): readonly string[] {
  const { issuer, consoleUrl, consoleClientId, consoleCertificateArn, signInOrigins } = settings;
  const hasName = typeof consoleUrl === 'string' && consoleUrl.startsWith('https://');
  return [
    ...(consoleCertificateArn !== undefined && !hasName
      ? ['consoleCertificateArn: is for the host of consoleUrl, which must be https and is not given']
      : []),
    ...(issuer === undefined && consoleClientId !== undefined
      ? ['consoleClientId: belongs to an issuer, and none is given; the user pool of the stage makes its own']
      : []),
    ...(issuer === undefined && signInOrigins.length > 0
      ? ['signInOrigins: belong to an issuer, and none is given; those of the user pool are known']
      : []),
  ];
}
