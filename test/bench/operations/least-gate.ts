import { least } from './least.ts';
import type { Least } from './least.ts';

const denied = ['marker', 'block', 'access'];
const checks = 50;
/** As the bench asks: so many checks name buyers of as many shops, each shop's access is read once. */
const shops = 10;

/** Of the deployed gate, by row. */
export const leastOfGate = {
  'gate: allow': least({ roundTrips: 1, reads: ['marker'] }),
  'gate: allow an exempt buyer': least({ roundTrips: 1, reads: ['marker'] }),
  'gate: deny, first of this buyer here': least({ roundTrips: 2, reads: denied }),
  // One read, and then the message that records the stop: before the answer there is nothing to record.
  'gate: deny, buyer seen before': least({ roundTrips: 2, reads: denied }),
  'gate: allow 50': { ...least({ roundTrips: 1 }), readUnits: checks },
  'gate: deny 50 in 10 shops, buyers seen before': { ...least({ roundTrips: 2 }), readUnits: checks * 2 + shops },
} as const satisfies Readonly<Record<string, Least>>;
