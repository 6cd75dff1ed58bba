import { Logger } from '@aws-lambda-powertools/logger';
import type { LogAttributes, LogItemExtraInput, LogItemMessage } from '@aws-lambda-powertools/logger/types';
import { correlationId } from './correlation.ts';

/** Looks the ID up when a line is written: messages of one batch are worked on side by side. */
class CorrelatedLogger extends Logger {
  override warn(input: LogItemMessage, ...extra: LogItemExtraInput): void {
    super.warn(input, ...withCorrelation(extra));
  }

  override error(input: LogItemMessage, ...extra: LogItemExtraInput): void {
    super.error(input, ...withCorrelation(extra));
  }
}

/** Attributes alone: an error or a text may quote what was sent. */
function withCorrelation(extra: LogItemExtraInput): LogAttributes[] {
  const id = correlationId();
  const attributes = extra.filter((one): one is LogAttributes => typeof one === 'object' && !(one instanceof Error));
  return id === undefined ? attributes : [...attributes, { correlationId: id }];
}

/** Logs warnings and errors as lines of JSON, each with the ID of what set it off. No message of an error, no name and no whole event may be among them. */
export function createLogger(): Logger {
  return new CorrelatedLogger();
}
