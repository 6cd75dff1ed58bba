import type { PolicyStatement } from './policy-statement.ts';

/** What a service adds to the decisions over permissions. */
export interface ServicePermissions<Template extends object> {
  /** Prefix of its actions, e.g. `sqs`. A statement about other actions is never asked, and may hold anything. */
  readonly prefix: string;
  /** Condition keys that its requests carry a value for, or lack for the reason for which AWS's would lack it too. */
  readonly conditionKeys?: readonly string[];
  resourcePolicies?(template: Template): readonly ResourcePolicy[];
}

export interface ResourcePolicy {
  /** Of the resource that it stands on. */
  readonly arn: string;
  readonly statements: readonly PolicyStatement[];
}

/** The same of all services. */
export interface PermissionRules {
  readonly prefixes: readonly string[];
  readonly conditionKeys: readonly string[];
  readonly resourcePolicies: readonly ResourcePolicy[];
}

/** @param template what all of the services have read. */
export function collectPermissions<Template extends object>(
  services: readonly { readonly permissions?: ServicePermissions<Template> }[],
  template: Template,
): PermissionRules {
  const all = services.flatMap(({ permissions }) => (permissions ? [permissions] : []));
  return {
    prefixes: [...new Set(all.map(({ prefix }) => prefix))],
    conditionKeys: all.flatMap(({ conditionKeys = [] }) => conditionKeys),
    resourcePolicies: all.flatMap((permissions) => permissions.resourcePolicies?.(template) ?? []),
  };
}
