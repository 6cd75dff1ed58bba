import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccessRequest, Authorizer } from '../../core/access/access-request.ts';

/** A request of a role, as it is kept for a test run: without whom it was about, as far as no policy asks. */
export interface RecordedRequest {
  readonly roleArn: string;
  readonly action: string;
  readonly resource: string;
  readonly policyOf?: string;
  readonly context: AccessRequest['context'];
  /** Which reading of AWS's documentation the context follows. */
  readonly reading: string;
}

/** Requests that differ in nothing but their resources are kept for so many of these: policies name them by their beginnings. */
const mostAlike = 20;

/**
 * An authorizer that writes down what roles ask for, each only once, under each reading of AWS's documentation. What a caller is
 * refused is left out: tests ask as everybody. A function asks for nothing that it may not do.
 */
export function recordRequests(authorizer: Authorizer, write: (request: RecordedRequest) => void): Authorizer {
  const seen = new Set<string>();
  const alike = new Map<string, number>();
  const keep = (request: RecordedRequest): void => {
    const text = JSON.stringify(request);
    if (seen.has(text)) return;
    seen.add(text);
    const kind = JSON.stringify({ ...request, resource: '' });
    const count = alike.get(kind) ?? 0;
    if (count >= mostAlike) return;
    alike.set(kind, count + 1);
    write(request);
  };
  return {
    decide(request) {
      const answer = authorizer.decide(request);
      const { principal, action, resource, policyOf, context, otherReadings = {} } = request;
      if (principal.type === 'role' && (answer.allowed || principal.functionName !== undefined)) {
        for (const [reading, other] of Object.entries({ strictest: context, ...otherReadings })) {
          const about = {
            roleArn: principal.roleArn,
            action,
            resource,
            ...(policyOf === undefined ? {} : { policyOf }),
          };
          keep({ ...about, context: withoutIds(other), reading: reading.replace(/ \d+$/, '') });
        }
      }
      return answer;
    },
  };
}

/** A file of this process, a line of JSON for each request. */
export function requestFile(folder: string): (request: RecordedRequest) => void {
  const file = join(folder, `permissions-${process.pid}-${Date.now()}.jsonl`);
  return (request) => appendFileSync(file, `${JSON.stringify(request)}\n`);
}

/** Grants name partitions by what they begin with. */
function withoutIds(context: AccessRequest['context']): AccessRequest['context'] {
  return Object.fromEntries(
    Object.entries(context).map(([key, values]) => [
      key,
      key === 'dynamodb:LeadingKeys'
        ? [...new Set(values.map((value) => value.replace(/#.*$/s, '#')))].toSorted()
        : values,
    ]),
  );
}
