/** What the settings of a stage say of whom its sellers' tokens come from; not parsed yet. */
export interface IdentitySettings {
  readonly stage?: unknown;
  readonly issuer?: unknown;
  readonly audience?: unknown;
  readonly consoleUrl?: unknown;
}

/**
 * What is wrong with who issues the sellers' tokens: an issuer with its audience, or neither, and then the stage has a user
 * pool of its own, which sends people nowhere but to the console.
 */
export function identityProblems({ stage, issuer, audience, consoleUrl }: IdentitySettings): readonly string[] {
  if (issuer === undefined) {
    return [
      ...(audience === undefined
        ? []
        : ['audience: belongs to an issuer, and none is given; the user pool of the stage makes its own']),
      ...(consoleUrl === undefined
        ? ['consoleUrl: is needed without an issuer: where the user pool of the stage sends people who have signed in']
        : []),
      ...(typeof consoleUrl === 'string' && !/^https:\/\/|^http:\/\/localhost(?=[:/]|$)/.test(consoleUrl)
        ? ['consoleUrl: must be https without an issuer, except on localhost: codes of sign-ins go there']
        : []),
    ];
  }
  return [
    ...(stage !== 'local' && typeof issuer === 'string' && !issuer.startsWith('https://')
      ? ['issuer: must be https outside the local stage']
      : []),
    ...(audience === undefined ? ['audience: is needed with an issuer'] : []),
  ];
}
