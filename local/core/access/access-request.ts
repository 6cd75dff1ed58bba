/** Who makes a call: a function's role, a caller's role, or an AWS service acting for a resource. */
export type Principal =
  | {
      readonly type: 'role';
      readonly roleArn: string;
      readonly accessKeyId: string;
      readonly label: string;
      /** Where a function calls with credentials of its own. */
      readonly functionName?: string;
    }
  | { readonly type: 'service'; readonly service: string; readonly sourceArn: string; readonly label: string };

export type RolePrincipal = Extract<Principal, { type: 'role' }>;

export interface AccessRequest {
  readonly principal: Principal;
  /** e.g. `dynamodb:GetItem`. */
  readonly action: string;
  readonly resource: string;
  /** The resource whose policy decides, where that is not the resource itself: the bucket of an object. */
  readonly policyOf?: string;
  /** Condition key → values of this request, e.g. `{'dynamodb:LeadingKeys': ['GATE#1#2']}`. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** What the context holds where AWS's documentation can be read in another way. The one above is the strictest. */
  readonly otherReadings?: Readonly<Record<string, AccessRequest['context']>>;
}

export type AccessAnswer =
  | { readonly allowed: true; readonly statement: string }
  | { readonly allowed: false; readonly message: string };

/** Evaluates identity and resource policies of the template. */
export interface Authorizer {
  decide(request: AccessRequest): AccessAnswer;
}
