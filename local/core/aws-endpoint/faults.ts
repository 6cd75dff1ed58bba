import { shortName } from './short-name.ts';

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

/**
 * Faults to be injected at the AWS endpoint, in the order in which they were added; the first that fits a call is taken.
 * @param random in [0, 1), for probabilities; tests give their own.
 */
export function createFaults(random: () => number = Math.random): Faults {
  let faults: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (added) => {
      faults.push(...added.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY })));
    },
    clear: () => {
      faults = [];
    },
    list: () => faults.map(({ fault, left }) => (fault.times === undefined ? fault : { ...fault, times: left })),
    take: (call) => {
      const entry = faults.find(({ fault }) => fits(fault, call) && random() < (fault.probability ?? 1));
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) faults = faults.filter((candidate) => candidate !== entry);
      return entry.fault;
    },
  };
}

function fits(fault: Fault, call: { service: string; operation: string; caller: string }): boolean {
  return (
    (fault.service === '*' || fault.service.toLowerCase() === call.service) &&
    (fault.operation === '*' || fault.operation === call.operation) &&
    (fault.function === undefined || fault.function === call.caller || fault.function === shortName(call.caller))
  );
}
