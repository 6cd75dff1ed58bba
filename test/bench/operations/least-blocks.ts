import { countedWrite, least } from './least.ts';
import type { Least } from './least.ts';

const ofTheShopsOwn =
  'what the marketplace knows of a buyer is read behind the knowledge that they are the shop’s (decision 026)';
export const ledgerIsRead =
  'the ledger is read before it is conditioned on, so that a refusal costs one unit and not a cancelled transaction (decision 010)';
export const addWrites = ['access', 'profile', 'ledger', 'block', 'marker', 'blocked by', 'event', 'record'];
const endWrites = ['block', 'ledger', 'blocked by', 'ended', 'removed', 'event'];
const countedLookup = 'the counter is read with the access, so that a refused lookup writes nothing';

/** Of `blockSteps`, by row. */
export const leastOfBlocks: Readonly<Record<string, Least>> = {
  'grant access': least({
    roundTrips: 2,
    reads: ['access'],
    transacted: ['access', 'ledger', 'event'],
    entries: 2,
  }),
  'tell a shop of its access': least(
    {
      roundTrips: 3,
      reads: ['access', 'notice'],
      transacted: ['notice claimed', 'notice sent', 'message'],
      entries: 1,
    },
    {
      readUnits: 1,
      because:
        'the last complaint is read along: where it was upheld, its own message says that the access is back (decision 054)',
    },
  ),
  'show access to ops': least({ roundTrips: 1, reads: ['access'] }),
  'list shops': least({ roundTrips: 1, indexPages: 1 }),
  'end access': least(
    { roundTrips: 2, reads: ['access'], transacted: ['access', 'event'], entries: 2 },
    { writeUnits: 2, because: 'the one write that saves an access also makes sure of the ledger, whatever it changes' },
  ),
  'read access': least({ roundTrips: 1, reads: ['access', 'ledger'] }),
  'find buyer by username': least(
    {
      roundTrips: 4,
      reads: ['access', 'profile', 'orders', 'links', 'block', 'exemption'],
      indexPages: 1,
      written: ['counter of lookups'],
    },
    {
      roundTrips: 1,
      readUnits: 3,
      because: `${countedLookup}; and whether two have ordered here is read before anything else of the one who has, so that neither time nor cost tells of buyers of other shops (decision 026)`,
    },
  ),
  'find buyer by order': least(
    {
      roundTrips: 3,
      reads: ['access', 'order', 'profile', 'orders', 'links', 'block', 'exemption'],
      written: ['counter of lookups'],
    },
    { readUnits: 1, because: countedLookup },
  ),
  'read buyer': least(
    {
      roundTrips: 3,
      reads: ['access', 'history', 'profile', 'orders', 'links', 'block', 'exemption'],
      written: ['counter of lookups'],
    },
    {
      readUnits: 2,
      because: `${countedLookup}; and whether they ordered here is read before anything else of them (decision 026)`,
    },
  ),
  'take a link group of two': least(
    {
      roundTrips: 3,
      reads: ['group', 'members', 'links of one', 'links of the other'],
      transacted: ['group', 'member', 'member', 'links of one', 'links of the other'],
    },
    {
      roundTrips: 3,
      writeUnits: 6,
      because:
        "the group's revision is raised before the members are written and marked as done behind all else: a crash is made good, and an older event cannot get in between; and its roster is kept, so that a lookup costs one read whatever the number of groups (decision 043)",
    },
  ),
  'add block': least(
    {
      roundTrips: 2,
      reads: ['access', 'record', 'profile', 'orders', 'exemption'],
      transacted: addWrites,
      entries: 2,
    },
    {
      roundTrips: 2,
      readUnits: 2,
      writeUnits: 1,
      because: `${countedWrite.because}; ${ledgerIsRead}; the links come along, for either scope; ${ofTheShopsOwn}`,
    },
  ),
  'publish an event': least({ roundTrips: 2, written: ['event'], entries: 1 }),
  'push to a live feed': least({
    roundTrips: 3,
    reads: ['head', 'access', 'place of the event', 'connections'],
    transacted: ['head', 'access', 'entry', 'place of the event'],
  }),
  'cover a block of one user ID': least({
    roundTrips: 2,
    reads: ['blocked by', 'profile'],
    transacted: ['block', 'blocked by'],
  }),
  'count a block for the report on retaliation': least({
    roundTrips: 2,
    reads: ['history'],
    transacted: ['day', 'counted block'],
  }),
  'add block, linked': least(
    {
      roundTrips: 2,
      reads: ['access', 'record', 'profile', 'orders', 'exemption', 'links'],
      transacted: [...addWrites, 'links'],
      entries: 2,
    },
    {
      roundTrips: 2,
      readUnits: 1,
      writeUnits: 1,
      because: `${countedWrite.because}; ${ledgerIsRead}; ${ofTheShopsOwn}`,
    },
  ),
  'cover a block of two linked accounts': least(
    {
      roundTrips: 6,
      reads: ['blocked by', 'profile', 'links', 'members'],
      transacted: ['block', 'blocked by', 'links', 'block', 'links', 'member', 'marker', 'coverage'],
      entries: 1,
    },
    {
      roundTrips: 3,
      readUnits: 3,
      because:
        'the coverage is conditioned on the jobs that were read, and counted behind them: a link event that crosses leaves nobody unguarded, and no block says that it is complete too early (decision 044)',
    },
  ),
  'take a link group that a block leans on': least(
    {
      roundTrips: 7,
      reads: ['group', 'members', 'links', 'links', 'links', 'blocked by', 'block'],
      transacted: ['group', 'member', 'links', 'coverage'],
      entries: 1,
    },
    {
      roundTrips: 5,
      readUnits: 2,
      writeUnits: 6,
      because:
        'the fence of the revision and the roster, as for any group; the coverage says first that it is applying, counted anew from what is now linked, and what follows is a message (decision 044)',
    },
  ),
  'bring a block in step with a link group': least(
    {
      roundTrips: 4,
      reads: ['membership of the root', 'membership', 'block'],
      transacted: ['membership of the root', 'block', 'membership', 'marker', 'coverage'],
      entries: 1,
    },
    {
      roundTrips: 2,
      readUnits: 2,
      because:
        'coverage is counted anew from what is then linked, since another group of the same buyer may have changed too',
    },
  ),
  'record a stopped order': least({
    roundTrips: 2,
    reads: ['stopped', 'access', 'block', 'ended'],
    transacted: ['stopped', 'day', 'event'],
    // The event's, and the stop's own.
    entries: 2,
  }),
  'get block': least({ roundTrips: 1, reads: ['access', 'block'] }),
  'list blocks': least({ roundTrips: 2, reads: ['access'], indexPages: 1 }),
  'extend block': least(
    {
      roundTrips: 2,
      reads: ['access', 'record', 'block'],
      transacted: ['access', 'block', 'ledger', 'marker', 'blocked by', 'event', 'record'],
      entries: 2,
    },
    {
      roundTrips: 2,
      readUnits: 2,
      writeUnits: 1,
      because: `${countedWrite.because}; the profile is read, in case the change brings a note: an erased buyer gets none; ${ofTheShopsOwn}`,
    },
  ),
  'list activity': least({ roundTrips: 2, reads: ['access', '4 KB of events', '4 KB of events'] }),
  "see a buyer's blocks": least(
    { roundTrips: 2, reads: ['links', 'blocked by', 'block', 'marker', 'access'] },
    { roundTrips: 1, because: 'which accounts are asked for their blocks follows from the links' },
  ),
  'report on retaliation': least({ roundTrips: 1, indexPages: 7 }),
  'lift a block': least(
    {
      roundTrips: 2,
      reads: ['block', 'profile'],
      transacted: [...endWrites, 'reason', 'profile'],
      entries: 3,
    },
    {
      roundTrips: 2,
      readUnits: 7,
      because:
        'the profile is read again behind the write: an erasure that crossed it may have missed the reason; and each word of the reason is looked up, so that the seller is told of no linked account',
    },
  ),
  'remove block, linked': least(
    {
      roundTrips: 2,
      reads: ['access', 'record', 'block'],
      transacted: ['access', ...endWrites, 'profile', 'record'],
      entries: 3,
    },
    countedWrite,
  ),
  'clean up behind a block of three accounts': least(
    {
      roundTrips: 4,
      reads: ['links', 'members', 'marker', 'marker', 'marker', 'profile'],
      transacted: ['marker', 'marker', 'marker', 'block'],
    },
    {
      roundTrips: 1,
      readUnits: 3,
      writeUnits: 6,
      because:
        'the markers are read in a transaction: a plain read can miss an entry that is just being written; and before an entry is taken, what tells late orders of it is put',
    },
  ),
};
