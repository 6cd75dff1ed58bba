/** What the parts of the local runtime offer each other. One implementation each; tests may give their own. */

/** Real time, and the time that functions, tokens, rules and schedules live in. */
export interface LocalClock {
  /** Epoch milliseconds on the local clock: real time plus what was advanced. */
  now(): number;
  /** Epoch milliseconds of the machine: signatures keep to it. */
  realNow(): number;
  /** Milliseconds advanced so far, shared with the workers: one Float64 in shared memory. */
  readonly sharedOffset: Float64Array<SharedArrayBuffer>;
  /** Moves the local clock forward. Listeners run after the move. */
  advance(seconds: number): void;
  onAdvance(listener: () => void): void;
}

/** Appends records that survive a SIGKILL of this process; in memory when there is no data folder. */
export interface Journal {
  /** Written before it returns. */
  append(record: JournalRecord): void;
  /** All records since the last compaction, in order; called once per topic at the start. */
  replay(topic: string): readonly unknown[];
  /** Replaces a topic's history by a shorter one that means the same. */
  compact(topic: string, records: readonly unknown[]): void;
}
export interface JournalRecord {
  readonly topic: string;
  readonly value: unknown;
}

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

export interface AccessRequest {
  readonly principal: Principal;
  /** e.g. `dynamodb:GetItem`. */
  readonly action: string;
  readonly resource: string;
  /** Condition key → values of this request, e.g. `{'dynamodb:LeadingKeys': ['GATE#1#2']}`. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}
export type AccessAnswer =
  | { readonly allowed: true; readonly statement: string }
  | { readonly allowed: false; readonly message: string };

/** Evaluates identity and resource policies of the template. */
export interface Authorizer {
  decide(request: AccessRequest): AccessAnswer;
}

export interface RecordedCall {
  readonly at: string;
  /** Function's or caller's name. */
  readonly caller: string;
  /** Where a function calls: its deployed name, which is `caller`, too. */
  readonly function?: string;
  readonly service: string;
  readonly operation: string;
  readonly durationMilliseconds: number;
  readonly status: number;
  /** AWS error code, when it failed. */
  readonly error?: string;
  readonly consumedCapacity?: number;
  readonly statement?: string;
  /** Number of items that the request names (a batch or a transaction), else 1. */
  readonly items?: number;
}
export interface CallRecorder {
  record(call: RecordedCall): void;
  recent(): readonly RecordedCall[];
  clear(): void;
}

export type FaultKind = 'error' | 'delay' | 'hang' | 'lost_reply' | 'disconnect';
export interface Fault {
  readonly service: string;
  /** Operation name, or `*`. */
  readonly operation: string;
  /** Name of the function it is limited to, without the `ssc-<stage>-` prefix or with it. */
  readonly function?: string;
  /** A kind with its parameters; `error` answers that AWS error without performing the call, `lost_reply` performs it and drops the connection. */
  readonly fault:
    | { readonly kind: 'error'; readonly code: string; readonly status?: number; readonly message?: string }
    | { readonly kind: 'delay'; readonly milliseconds: number }
    | { readonly kind: 'hang' }
    | { readonly kind: 'lost_reply' }
    | { readonly kind: 'disconnect' };
  /** How often; without it, until deleted. */
  readonly times?: number;
  /** 0 to 1; 1 without it. */
  readonly probability?: number;
}
export interface Faults {
  add(faults: readonly Fault[]): void;
  clear(): void;
  list(): readonly Fault[];
  /** The fault to apply to this call, counting it. */
  take(call: { service: string; operation: string; caller: string }): Fault | undefined;
}

export interface InvocationResult {
  /** The function's answer, or its error as Lambda writes it `{errorType, errorMessage, stackTrace?}`. */
  readonly payload: unknown;
  readonly functionError?: 'Unhandled';
  readonly durationMilliseconds: number;
  readonly requestId: string;
}
export interface Functions {
  /** Runs one invocation in a worker of that function; never rejects for an error of the function. */
  invoke(functionArn: string, payload: unknown): Promise<InvocationResult>;
  /** Function ARN from a name, an ARN or a partial ARN; undefined when there is none. */
  resolve(nameOrArn: string): string | undefined;
  close(): Promise<void>;
}

/**
 * Invokes a function of the deployment as an event. Settles when the invocation is over: it succeeded, or failed for
 * good and went where the template says. Rejects only for a function that is not of the deployment.
 */
export type InvokeAsynchronously = (functionArn: string, payload: unknown) => Promise<void>;

export interface QueueMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<Record<string, { readonly DataType: string; readonly StringValue: string }>>;
}
export interface Queues {
  send(
    queueArn: string,
    message: {
      readonly body: string;
      readonly messageAttributes?: QueueMessage['messageAttributes'];
      readonly delaySeconds?: number;
    },
  ): string;
  receive(queueArn: string, maximum: number, visibilityTimeoutSeconds?: number): readonly QueueMessage[];
  delete(queueArn: string, receiptHandle: string): void;
  changeVisibility(queueArn: string, receiptHandle: string, seconds: number): void;
  purge(queueArn: string): void;
  /** As SQS names them: ApproximateNumberOfMessages, …NotVisible, …Delayed. */
  counts(queueArn: string): { readonly visible: number; readonly inFlight: number; readonly delayed: number };
  /** Resolves when a message may have become receivable, or after the wait. */
  wait(queueArn: string, milliseconds: number): Promise<void>;
}

export interface PutEventsEntry {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly EventBusName?: string;
  readonly Time?: string | number;
  readonly Resources?: readonly string[];
}
export interface EventBus {
  /** Entries of one PutEvents call, already authorised; one result per entry, as EventBridge answers. */
  put(
    entries: readonly PutEventsEntry[],
  ): readonly ({ EventId: string } | { ErrorCode: string; ErrorMessage: string })[];
}

/** A client's open WebSocket connection, as functions see it. */
export interface LiveConnection {
  /** Epoch milliseconds on the local clock. */
  readonly connectedAt: number;
  readonly lastActiveAt: number;
  readonly identity: { readonly sourceIp: string; readonly userAgent: string };
  /** Sends one text message; false when too much waits for a client that does not read. */
  post(data: Uint8Array): boolean;
  disconnect(): void;
}
export interface LiveConnections {
  /** Undefined for one that is not open yet, or no longer. */
  find(apiId: string, connectionId: string): LiveConnection | undefined;
}

/** What the runtime prints while it runs: one line each, never a secret, token or body. */
export type Log = (line: string) => void;
