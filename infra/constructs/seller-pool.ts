import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { UserPoolClient, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { ServiceAlarm } from './service-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import { nameOf, removalOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface SellerPoolProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  /** Writes the claim `shops` into access tokens. */
  readonly preToken: ServiceFunction;
  /** Where the console is, which people are sent back to once they have signed in or out. */
  readonly consoleUrl: string;
}

/**
 * Where sellers sign in when the marketplace has no issuer of its own. Ops make the users; there are no groups and no attributes of
 * ours: which shops somebody opens stands in the table alone, where no user can write.
 */
export class SellerPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string, props: SellerPoolProps) {
    super(scope, id);
    const { config, preToken, consoleUrl } = props;
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: nameOf(config, 'sellers'),
      // Essentials lets a trigger change access tokens, which Lite does not.
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      // The user name is then an ID that Cognito makes, which nobody can choose, nor take over from somebody who left.
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      // Not by SMS, which a stolen number receives.
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: config.keepsData,
      removalPolicy: removalOf(config),
    });
    acknowledge(
      this.pool,
      'COG8',
      'Threat protection costs more a user, without a free tier. Everybody needs a second factor, and nobody can sign up.',
    );
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, preToken.function, LambdaVersion.V2_0);

    this.client = this.addConsole(nameOf(config, 'console'), consoleUrl);
    this.domain = this.pool.addDomain('Domain', {
      // Prefixes are unique in a region, over all accounts.
      cognitoDomain: { domainPrefix: `${nameOf(config)}-${Stack.of(this).account}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // Without a style, even the provided one, the pages of this version are not shown.
    new CfnManagedLoginBranding(this, 'Pages', {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    this.alarm(props);
  }

  private alarm({ config, alarmTopics }: SellerPoolProps): void {
    const dimensionsMap = { UserPool: this.pool.userPoolId, UserPoolClient: this.client.userPoolClientId };
    for (const metricName of ['SignInThrottles', 'TokenRefreshThrottles']) {
      new ServiceAlarm(this, metricName, {
        config,
        alarmTopics,
        metric: new Metric({ namespace: 'AWS/Cognito', metricName, dimensionsMap, statistic: 'Sum' }),
        period: Duration.minutes(1),
        threshold: 5,
        hurts: `The user pool refuses sellers for its quotas (${metricName}): they cannot sign in, or are signed out.`,
        runbook: 'people-cannot-sign-in',
      });
    }
  }

  /** A browser keeps no secret: the code can only be redeemed by who began the sign-in (PKCE). */
  private addConsole(userPoolClientName: string, consoleUrl: string): UserPoolClient {
    const seller = new ResourceServerScope({ scopeName: 'seller', scopeDescription: 'Act for the shops of the user' });
    const server = this.pool.addResourceServer('Api', { identifier: 'ssc', scopes: [seller] });
    return this.pool.addClient('Console', {
      userPoolClientName,
      generateSecret: false,
      // Never a password in a request. What signs in beside the login pages gets no scope of ours.
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
        scopes: [OAuthScope.OPENID, OAuthScope.resourceServer(server, seller)],
        callbackUrls: [new URL('/signed-in', consoleUrl).href],
        logoutUrls: [new URL('/', consoleUrl).href],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // A new token asks for the shops anew: whoever loses a membership has lost it after this time.
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(12),
      // A refresh token that is used a second time, by a thief or its owner, is refused. The grace is for a lost reply.
      refreshTokenRotationGracePeriod: Duration.seconds(30),
      readAttributes: new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true }),
      // An empty list would mean all of them. Nothing reads this one.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
  }
}
