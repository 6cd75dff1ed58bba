/** What a function's worker and the runtime say to each other. */

/** Given to a worker when it starts. */
export interface WorkerSetup {
  /** The file to load, absolute. */
  readonly modulePath: string;
  readonly exportName: string;
  /** The local clock's offset, see `LocalClock`. */
  readonly sharedOffset: Float64Array<SharedArrayBuffer>;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMegabytes: number;
}

export interface InvokeMessage {
  readonly requestId: string;
  /** JSON: a worker gets a copy, as a function does, never our objects. */
  readonly event: string;
  readonly remainingMilliseconds: number;
}

/** An error as the Node.js runtime of Lambda writes it. */
export interface FunctionErrorPayload {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'init_failed'; readonly error: FunctionErrorPayload }
  | { readonly type: 'answered'; readonly payload: string }
  | { readonly type: 'failed'; readonly error: FunctionErrorPayload };
