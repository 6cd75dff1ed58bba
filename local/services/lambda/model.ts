import type { PolicyStatement } from '../../core/access/policy-statement.ts';

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

/** What the template says of functions and of what invokes them by itself. */
export interface LambdaTemplate {
  readonly functions: readonly FunctionModel[];
  readonly eventSourceMappings: readonly EventSourceMappingModel[];
}
