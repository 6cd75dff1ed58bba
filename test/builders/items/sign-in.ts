import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/** What Cognito sends before it makes the tokens of a sign-in; its response is empty. */
export function buildSignIn(
  subject: string,
  overrides: { readonly version?: string; readonly userAttributes?: Readonly<Record<string, string>> } = {},
): PreTokenGenerationV2TriggerEvent {
  const event = {
    version: overrides.version ?? '2',
    triggerSource: 'TokenGeneration_HostedAuth',
    region: 'us-east-1',
    userPoolId: 'us-east-1_example',
    userName: subject,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'console' },
    request: {
      userAttributes: { sub: subject, email: 'canary@example.com', ...overrides.userAttributes },
      groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [] },
      scopes: ['openid', 'ssc/seller'],
    },
    response: { claimsAndScopeOverrideDetails: null },
  };
  // Cognito sends null where the type says what a function may answer.
  return event as unknown as PreTokenGenerationV2TriggerEvent;
}

/** The claims that the trigger puts into the access token. */
export function accessClaims(event: PreTokenGenerationV2TriggerEvent): Readonly<Record<string, string>> {
  return event.response.claimsAndScopeOverrideDetails?.accessTokenGeneration?.claimsToAddOrOverride ?? {};
}
