/**
 * What the cloud assembly holds, resolved: every intrinsic replaced, every name and ARN final.
 * The local runtime works from this and never from a template, so that whatever it does not
 * know has already stopped the start by name.
 */

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

export interface RoleModel {
  readonly arn: string;
  readonly name: string;
  /** CDK path. */
  readonly path: string;
  readonly statements: readonly PolicyStatement[];
  readonly trust: readonly PolicyStatement[];
}

export interface FunctionModel {
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  /** Absolute folder of the unpacked asset. */
  readonly codeDirectory: string;
  /** `file.export` as Lambda writes it. */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly roleArn: string;
  readonly reservedConcurrency?: number;
  /** Resource policy: from AWS::Lambda::Permission. */
  readonly permissions: readonly PolicyStatement[];
  /** How asynchronous invocations end, where the template says other than Lambda's defaults. */
  readonly asynchronous?: {
    readonly maximumRetryAttempts?: number;
    /** Queue for the record of an invocation that failed for good (a destination on failure). */
    readonly onFailureArn?: string;
    /** Queue for its payload (the function's own dead-letter queue). */
    readonly deadLetterArn?: string;
  };
}

export interface KeyModel {
  readonly partitionKey: string;
  readonly sortKey?: string;
}

export interface TableModel {
  readonly name: string;
  readonly arn: string;
  /** Present when the table has a stream. The local runtime chooses the label. */
  readonly streamArn?: string;
  readonly streamView?: string;
  readonly key: KeyModel;
  /** Attribute name → `S` | `N` | `B`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly indexes: readonly (KeyModel & {
    readonly name: string;
    readonly projection: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
    readonly include: readonly string[];
  })[];
  readonly ttlAttribute?: string;
}

export interface QueueModel {
  readonly name: string;
  readonly arn: string;
  /** `http://127.0.0.1:<door port>/<account>/<name>`. */
  readonly url: string;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly delaySeconds: number;
  readonly redrive?: { readonly deadLetterArn: string; readonly maxReceiveCount: number };
  readonly policy: readonly PolicyStatement[];
}

export interface BusModel {
  readonly name: string;
  readonly arn: string;
  readonly policy: readonly PolicyStatement[];
}

export interface RuleTargetModel {
  readonly id: string;
  /** A queue's or a function's ARN. */
  readonly arn: string;
  readonly deadLetterArn?: string;
  readonly maximumRetryAttempts?: number;
  readonly maximumEventAgeSeconds?: number;
  readonly inputTransformer?: { readonly paths: Readonly<Record<string, string>>; readonly template: string };
}

export interface RuleModel {
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  readonly busName: string;
  /** An EventBridge event pattern, as AWS documents it. */
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly enabled: boolean;
  readonly targets: readonly RuleTargetModel[];
}

export interface EventSourceMappingModel {
  readonly path: string;
  readonly functionArn: string;
  /** A queue's or a table stream's ARN. */
  readonly sourceArn: string;
  readonly enabled: boolean;
  readonly batchSize: number;
  readonly maximumBatchingWindowSeconds: number;
  /** Event filter patterns (any of them passes); empty passes everything. */
  readonly filters: readonly Readonly<Record<string, unknown>>[];
  readonly reportsBatchItemFailures: boolean;
  /** Streams only. */
  readonly startingPosition?: 'TRIM_HORIZON' | 'LATEST';
  readonly bisectOnError?: boolean;
  readonly maximumRetryAttempts?: number;
  readonly maximumRecordAgeSeconds?: number;
  readonly onFailureArn?: string;
  readonly parallelizationFactor?: number;
  /** Queues only. */
  readonly maximumConcurrency?: number;
}

export interface ScheduleModel {
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  /** `rate(…)`, `cron(…)` or `at(…)`. */
  readonly expression: string;
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly targetArn: string;
  readonly roleArn: string;
  readonly input?: string;
  readonly deadLetterArn?: string;
  readonly maximumRetryAttempts?: number;
  readonly maximumEventAgeSeconds?: number;
}

export interface ScheduleGroupModel {
  readonly name: string;
  readonly arn: string;
}

/** A domain or an address that may be a sender. */
export interface EmailIdentityModel {
  readonly identity: string;
  readonly arn: string;
}

export interface RouteModel {
  /** `POST /v1/gate/decisions` or `$default`. */
  readonly key: string;
  readonly functionArn: string;
  readonly authorization:
    | { readonly type: 'NONE' }
    | { readonly type: 'AWS_IAM' }
    | {
        readonly type: 'JWT';
        readonly issuer: string;
        readonly audience: readonly string[];
        readonly scopes: readonly string[];
      };
  /** Integration timeout; API Gateway's own default is 30,000. */
  readonly timeoutMilliseconds: number;
}

export interface HttpApiModel {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly stageName: string;
  readonly routes: readonly RouteModel[];
  readonly cors?: {
    readonly allowOrigins: readonly string[];
    readonly allowMethods: readonly string[];
    readonly allowHeaders: readonly string[];
    readonly exposeHeaders: readonly string[];
    readonly maxAgeSeconds?: number;
    readonly allowCredentials: boolean;
  };
}

export interface WebSocketRouteModel {
  /** `$connect`, `$disconnect`, `$default`, or what the API's selector finds in a message. */
  readonly key: string;
  readonly functionArn: string;
  /** Whether the function's answer goes back over the connection. */
  readonly responds: boolean;
  /** Integration timeout; API Gateway's own default is 29,000. */
  readonly timeoutMilliseconds: number;
}

export interface WebSocketApiModel {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly stageName: string;
  /** Where a message in JSON names its route: `['action']` for `$request.body.action`. */
  readonly routeSelector: readonly string[];
  readonly routes: readonly WebSocketRouteModel[];
}

export interface Deployment {
  readonly account: string;
  readonly region: string;
  readonly roles: readonly RoleModel[];
  readonly functions: readonly FunctionModel[];
  readonly tables: readonly TableModel[];
  readonly queues: readonly QueueModel[];
  readonly buses: readonly BusModel[];
  readonly rules: readonly RuleModel[];
  readonly eventSourceMappings: readonly EventSourceMappingModel[];
  readonly schedules: readonly ScheduleModel[];
  readonly scheduleGroups: readonly ScheduleGroupModel[];
  readonly emailIdentities: readonly EmailIdentityModel[];
  readonly httpApis: readonly HttpApiModel[];
  readonly webSocketApis: readonly WebSocketApiModel[];
  /** Outputs of all stacks by name. */
  readonly outputs: Readonly<Record<string, string>>;
}
