import { randomBytes } from 'node:crypto';
import type { IamTemplate } from './model.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import type { Account } from '../../core/assembly/resource.ts';
import type { Credential } from '../../core/access/signature-check.ts';

export interface Credentials {
  find(accessKeyId: string): Credential | undefined;
  /** Keys to be put into a function's environment. Throws for a function that the deployment does not hold. */
  forFunction(functionName: string): { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Systems outside the app that call it, and the people who run it; each has a role of its name in the template. */
export const callerNames = ['marketplace', 'order-service', 'performance-service', 'support', 'ops'] as const;

/** Callers' keys are well known: the AWS endpoint answers on the loopback address only. */
const callerSecret = 'local';

/** Access keys of all callers that have a role `ssc-<stage>-<caller>`, with the region behind it or without, and of all functions with secrets of this start. */
export function createCredentials(deployment: IamTemplate & LambdaTemplate & Pick<Account, 'region'>): Credentials {
  const all = new Map<string, Credential>();
  const add = (
    accessKeyId: string,
    secretAccessKey: string,
    roleArn: string,
    label: string,
    clock: Credential['clock'],
    functionName?: string,
  ): void => {
    all.set(accessKeyId, {
      accessKeyId,
      secretAccessKey,
      clock,
      principal: { type: 'role', roleArn, accessKeyId, label, ...(functionName === undefined ? {} : { functionName }) },
    });
  };
  for (const caller of callerNames) {
    const role = deployment.roles.find(({ name }) =>
      new RegExp(`^ssc-[a-z0-9]+-${caller}(-${deployment.region})?$`).test(name),
    );
    if (role !== undefined) add(caller, callerSecret, role.arn, caller, 'real');
  }
  for (const { name, roleArn } of deployment.functions) {
    add(functionKey(name), randomBytes(30).toString('base64url'), roleArn, name, 'local', name);
  }
  return {
    find: (accessKeyId) => all.get(accessKeyId),
    forFunction: (functionName) => {
      const credential = all.get(functionKey(functionName));
      if (credential === undefined) throw new Error(`there is no function ${functionName}`);
      return { accessKeyId: credential.accessKeyId, secretAccessKey: credential.secretAccessKey };
    },
  };
}

function functionKey(functionName: string): string {
  return `fn-${functionName}`;
}
