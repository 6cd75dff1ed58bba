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
