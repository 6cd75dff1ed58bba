import { countedWrite, least } from './least.ts';
import type { Least } from './least.ts';
import { addWrites, ledgerIsRead } from './least-blocks.ts';

/** Of `blockSteps`, by row: what comes of a removed block. */
export const leastOfUndo: Readonly<Record<string, Least>> = {
  "read a buyer's standing": least({
    roundTrips: 2,
    reads: ['access', 'orders', 'block', 'removed'],
    indexPages: 2,
  }),
  'restore block, linked': least(
    {
      roundTrips: 2,
      reads: ['access', 'record', 'removed', 'links'],
      transacted: [...addWrites, 'links', 'removed', 'ended'],
      entries: 3,
    },
    {
      roundTrips: 2,
      readUnits: 3,
      writeUnits: 1,
      because: `${countedWrite.because}; ${ledgerIsRead}; the block is read, so that a refusal says what is so; the profile comes along with the links: an erased buyer's words stay away`,
    },
  ),
};
