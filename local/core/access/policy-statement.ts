/** One statement of a policy in the template; lists are always lists, even of one. */
export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Operator → condition key → values, as written, e.g. `{StringEquals: {'events:source': ['ssc']}}`. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Principals of a resource policy: `AWS:<arn>`, `Service:<host>` or `*`. Empty in an identity policy. */
  readonly principals: readonly string[];
  /** Where it stands, for people: CDK path of its resource and the statement's number, e.g. `SscApi/Gate/Role/DefaultPolicy #2`. */
  readonly source: string;
}
