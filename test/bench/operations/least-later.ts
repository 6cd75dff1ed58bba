import { least } from './least.ts';
import type { Least } from './least.ts';

/** Of `laterSteps`, by row. */
export const leastLater: Readonly<Record<string, Least>> = {
  'ask for a live ticket': least(
    { roundTrips: 2, reads: ['access', 'head'], written: ['ticket'] },
    { roundTrips: 1, readUnits: 1, because: "a seller's open connections are counted (decision 042)" },
  ),
  'open a live socket': least(
    {
      roundTrips: 3,
      reads: ['ticket', 'connections'],
      transacted: ['ticket', 'connection', 'connection of the shop', 'access'],
    },
    {
      roundTrips: 1,
      readUnits: 1,
      because: 'the connections are read again behind the write: of several at once none is missed (decision 042)',
    },
  ),
  'answer a ping': least({ roundTrips: 3, reads: ['connection', 'access', 'head'] }),
  'catch up by a cursor': least(
    { roundTrips: 4, reads: ['connection', 'access', 'head', 'entries'] },
    {
      roundTrips: 3,
      writeUnits: 2,
      because:
        "that these were all is a message of its own, behind however many the entries take; and the connection's own item is taken for one catch-up, and given back (decision 042)",
    },
  ),
  'close a live socket': least({
    roundTrips: 2,
    reads: ['connection'],
    transacted: ['connection', 'connection of the shop'],
  }),
  'send a digest': least(
    { roundTrips: 5, reads: ['digest', 'access', 'alert'], transacted: ['digest claimed', 'digest sent'] },
    {
      roundTrips: 1,
      readUnits: 2,
      because: 'the digest is read again once it is claimed: only then does it hold all that it ever will',
    },
  ),
  'announce a deadline': least({ roundTrips: 2, reads: ['alert'], transacted: ['alert', 'event'], entries: 2 }),
  'end an alert at its deadline': least({
    roundTrips: 2,
    reads: ['alert'],
    transacted: ['alert', 'totals', 'event'],
    entries: 3,
  }),
  'sweep an empty outbox': least({ roundTrips: 1, indexPages: 4 }),
  'clean up behind an expired block': least(
    { roundTrips: 2, reads: ['marker'], transacted: ['marker'] },
    {
      roundTrips: 1,
      readUnits: 1,
      writeUnits: 2,
      because:
        'the marker is read in a transaction: a plain read can miss an entry that is just being written; and before the entry is taken, what tells late orders of it is put',
    },
  ),
};
