import { describe, expect, it } from 'vitest';
import { synthesizeStage } from '../synthesized-stage.ts';

const stage = synthesizeStage('prod without an issuer');
const identity = stage.resources.filter((resource) => resource.stack === 'ssc-prod-identity');
const only = (type: string) => {
  const found = identity.filter((resource) => resource.type === type);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${type}`);
  return found[0];
};
const pool = only('AWS::Cognito::UserPool');
const client = only('AWS::Cognito::UserPoolClient').properties;
const policies = identity.filter(({ type }) => type === 'AWS::IAM::Policy').map(({ properties }) => properties);
const statementsOf = (role: RegExp) =>
  policies
    .filter(({ Roles }) => role.test(JSON.stringify(Roles)))
    .flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: Record<string, unknown>[] }).Statement);

describe('a stage without an issuer', () => {
  it('has one stack more, before the one whose API takes its tokens', () => {
    const stacks = Object.keys(stage.templates);
    expect(stacks).toContain('ssc-prod-identity');
    expect(stacks.indexOf('ssc-prod-identity')).toBeLessThan(stacks.indexOf('ssc-prod-api'));
  });

  it('takes tokens of its pool for its client alone', () => {
    const ofJwt = stage
      .ofType('AWS::ApiGatewayV2::Authorizer')
      .flatMap(({ properties }) => properties['JwtConfiguration']);
    expect(ofJwt).toEqual([
      {
        Issuer: { 'Fn::ImportValue': expect.stringMatching(/SellersPool\w+ProviderURL/) as string },
        Audience: [{ 'Fn::ImportValue': expect.stringMatching(/RefSellersPoolConsole/) as string }],
      },
    ]);
  });

  it('knows neither account nor region', () => {
    expect(stage.templates['ssc-prod-identity']).not.toMatch(/\b[a-z]{2}-[a-z]+-\d\b|:\d{12}:/);
  });
});

describe('the user pool', () => {
  it('keeps its users, whom only ops make', () => {
    expect(pool.deletionPolicy).toBe('RetainExceptOnCreate');
    expect(pool.properties).toMatchObject({
      DeletionProtection: 'ACTIVE',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      UsernameAttributes: ['email'],
    });
  });

  it('wants a long password and a second factor, not by SMS, and recovers by verified e-mail alone', () => {
    expect(pool.properties).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: { PasswordPolicy: { MinimumLength: 14, TemporaryPasswordValidityDays: 3 } },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    });
  });

  it('has nothing that could grant anything but its trigger, which changes access tokens', () => {
    expect(pool.properties).not.toHaveProperty('Schema');
    const types = identity.map(({ type }) => type).filter((type) => type.startsWith('AWS::Cognito'));
    expect(types.toSorted()).toEqual([
      'AWS::Cognito::ManagedLoginBranding',
      'AWS::Cognito::UserPool',
      'AWS::Cognito::UserPoolClient',
      'AWS::Cognito::UserPoolDomain',
      'AWS::Cognito::UserPoolResourceServer',
    ]);
    expect(pool.properties['UserPoolTier']).toBe('ESSENTIALS');
    expect(pool.properties['LambdaConfig']).toEqual({
      PreTokenGenerationConfig: { LambdaArn: expect.anything() as unknown, LambdaVersion: 'V2_0' },
    });
    expect(only('AWS::Lambda::Permission').properties).toMatchObject({
      Principal: 'cognito-idp.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [pool.id, 'Arn'] },
    });
  });

  it('gives tokens to the console for a code alone, without a secret', () => {
    expect(client).toMatchObject({
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      CallbackURLs: ['https://console.example.com/signed-in'],
      LogoutURLs: ['https://console.example.com/'],
      SupportedIdentityProviders: ['COGNITO'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    });
    expect(client['AllowedOAuthScopes']).toHaveLength(2);
    expect(JSON.stringify(client['AllowedOAuthScopes'])).toMatch(/^\["openid",.*"\/seller"/);
    expect(only('AWS::Cognito::UserPoolResourceServer').properties).toMatchObject({
      Identifier: 'ssc',
      Scopes: [{ ScopeName: 'seller' }],
    });
  });

  it('makes tokens that end soon, and refresh tokens that serve once', () => {
    expect(client).toMatchObject({
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 720,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
      EnableTokenRevocation: true,
    });
  });

  it('lets users write nothing that anybody reads', () => {
    expect(client['WriteAttributes']).toEqual(['locale']);
    expect(client['ReadAttributes']).toEqual(['email', 'email_verified']);
  });
});

describe('the pre-token trigger', () => {
  it('answers before Cognito stops waiting', () => {
    expect(only('AWS::Lambda::Function').properties).toMatchObject({
      FunctionName: 'ssc-prod-pre-token',
      Timeout: 5,
      Environment: { Variables: { STAGE: 'prod', POWERTOOLS_SERVICE_NAME: 'pre-token' } },
    });
  });

  it('may look for the shops of a subject, and nothing else', () => {
    const table = statementsOf(/PreToken/).filter(({ Action }) => JSON.stringify(Action).includes('dynamodb:'));
    expect(table).toEqual([
      {
        Action: 'dynamodb:Query',
        Effect: 'Allow',
        Resource: expect.anything() as unknown,
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['MEMBER#*'] } },
      },
    ]);
  });
});

describe('ops', () => {
  it('may make and stop users of this pool, and neither change it nor sign in for anybody', () => {
    const statements = statementsOf(/ops/);
    expect(statements.map(({ Resource }) => Resource)).toEqual([{ 'Fn::GetAtt': [pool.id, 'Arn'] }]);
    const actions = statements.flatMap(({ Action }) => Action as string[]);
    expect(actions).toContain('cognito-idp:AdminCreateUser');
    expect(
      actions.filter((action) => /\*|InitiateAuth|SetUserPassword|UserPoolClient|UpdateUserPool/.test(action)),
    ).toEqual([]);
  });
});
