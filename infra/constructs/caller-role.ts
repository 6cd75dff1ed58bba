import { AccountPrincipal, AccountRootPrincipal, ArnPrincipal, CompositePrincipal, Role } from 'aws-cdk-lib/aws-iam';
import type { IPrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { CallerName } from '../settings/settings-schema.ts';
import { globalNameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

/** The role that one caller from outside assumes. It can do nothing until a stack gives it a policy beside what it may call. */
export class CallerRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, { config, caller }: Pick<StageContext, 'config'> & { caller: CallerName }) {
    super(scope, id);
    const principals = (config.callerPrincipals[caller] ?? []).map(principalOf);
    this.role = new Role(this, 'Role', {
      roleName: globalNameOf(config, caller),
      description: `Assumed by ${caller} to call Seller Security Center`,
      assumedBy: new CompositePrincipal(...(principals.length > 0 ? principals : [new AccountRootPrincipal()])),
    });
  }
}

function principalOf(principal: string): IPrincipal & ArnPrincipal {
  return /^\d{12}$/.test(principal) ? new AccountPrincipal(principal) : new ArnPrincipal(principal);
}
