import type { Fault, Faults } from '../ports.ts';
import { shortName } from './short-name.ts';

/**
 * Faults to be injected at the door, in the order in which they were added; the first that fits a call is taken.
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
