import { Aws, CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CallerPolicy, allow } from '../constructs/caller-policy.ts';
import { SellerPool } from '../constructs/seller-pool.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { constructIdOf } from '../constructs/stage-context.ts';
import type { StageContext } from '../constructs/stage-context.ts';
import { ofKind } from '../function-definition.ts';
import type { DeployedFunction } from '../function-definition.ts';
import type { CallersStack } from './callers-stack.ts';
import type { DataStack } from './data-stack.ts';

export interface IdentityStackProps extends StackProps, StageContext {
  readonly functions: readonly DeployedFunction[];
  readonly callers: CallersStack;
  readonly data: DataStack;
}

/** Whose access tokens the seller API takes, and how the console gets them. */
export interface SellerTokens {
  readonly issuer: string;
  readonly audience: string;
  /** Of the console, at the issuer. */
  readonly clientId: string;
  /** Of all endpoints that the console asks: discovery, keys and tokens. */
  readonly origins: readonly string[];
}

/** The user pool of a stage that is given no issuer. Its users outlive every deployment, as the table does. */
export class IdentityStack extends Stack {
  readonly tokens: SellerTokens;

  constructor(scope: Construct, id: string, props: IdentityStackProps) {
    super(scope, id, props);
    const { config, bundles, alarmTopics, data, callers } = props;
    const { consoleUrl } = config;
    if (consoleUrl === undefined) throw new Error('A user pool needs the URL of the console.');
    const [definition, ...others] = ofKind(props.functions, 'token');
    if (definition === undefined || others.length > 0)
      throw new Error('A user pool asks one function before each token.');
    const context = { config, bundles, alarmTopics, table: data.table };
    const preToken = new ServiceFunction(this, constructIdOf(definition.name), { ...context, definition });
    const { pool, client, domain } = new SellerPool(this, 'Sellers', { config, alarmTopics, preToken, consoleUrl });
    new CallerPolicy(this, 'OpsInvitesSellers', {
      role: callers.roles.ops,
      statements: [
        allow(
          [
            'cognito-idp:AdminCreateUser',
            'cognito-idp:AdminGetUser',
            'cognito-idp:ListUsers',
            'cognito-idp:AdminDisableUser',
            'cognito-idp:AdminEnableUser',
            'cognito-idp:AdminDeleteUser',
            'cognito-idp:AdminResetUserPassword',
            'cognito-idp:AdminSetUserMFAPreference',
            'cognito-idp:AdminUserGlobalSignOut',
          ],
          [pool.userPoolArn],
        ),
      ],
    });
    const { userPoolClientId: clientId } = client;
    this.tokens = {
      issuer: pool.userPoolProviderUrl,
      audience: clientId,
      clientId,
      // Keys and discovery are the pool's; tokens come from its pages' domain.
      origins: [`https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`, domain.baseUrl()],
    };
    new CfnOutput(this, 'SellerIssuer', { value: this.tokens.issuer });
    new CfnOutput(this, 'ConsoleClientId', { value: this.tokens.audience });
    new CfnOutput(this, 'SignInUrl', { value: domain.baseUrl() });
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
  }
}
