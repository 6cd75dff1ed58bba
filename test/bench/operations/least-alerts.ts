import { countedWrite, least } from './least.ts';
import type { Least } from './least.ts';

const settled =
  'the alert is read in a transaction and behind the write that an alert in the making would see: neither misses the other';
const raised = least(
  {
    roundTrips: 2,
    reads: ['access', 'alert', 'withdrawal', 'orders', 'history', 'order or refund', 'links'],
    transacted: ['alert', 'totals', 'history', 'event', 'withdrawal', 'order or refund'],
    entries: 2,
  },
  {
    roundTrips: 1,
    because: 'what linked accounts did is read apart, once, however often the rest has to be read again',
  },
);
const asked = least(
  {
    roundTrips: 3,
    reads: ['access', 'alert', 'record', 'order or refund', 'waiver'],
    transacted: ['alert', 'totals', 'waiver', 'event', 'request', 'access', 'order or refund', 'record'],
    entries: 4,
  },
  countedWrite,
);
const refused = least(
  { roundTrips: 2, reads: ['alert', 'waiver'], transacted: ['alert', 'totals', 'waiver', 'event'], entries: 3 },
  { roundTrips: 1, readUnits: 1, because: `${settled}; the waiver is read where the alert asks for one` },
);
const oneAlert = least({
  roundTrips: 2,
  reads: ['access', 'alert', 'order or refund', 'waiver', 'profile', 'orders', 'block'],
});

/** Of each that is listed: an outcome is about no order, and has no waiver. The samples leave nine that wait and three outcomes. */
const aroundEach = ['order or refund', 'waiver', 'profile', 'orders', 'block'];
const aroundOpen = Array.from({ length: 9 }, () => aroundEach).flat();
const aroundAll = [...aroundOpen, ...Array.from({ length: 3 }, () => aroundEach.slice(2)).flat()];

/** Of each waiver the alert that names its buyer, and the buyer's profile. */
const aroundWaivers = Array.from({ length: 6 }, () => ['alert', 'profile']).flat();

/** Of `alertSteps`, by row. */
export const leastOfAlerts: Readonly<Record<string, Least>> = {
  'take a profile': least({ roundTrips: 1, written: ['profile'], entries: 1 }),
  "take a buyer's first order": least(
    { roundTrips: 2, reads: ['order', 'alert', 'access', 'marker'], transacted: ['order', 'orders'] },
    { roundTrips: 1, readUnits: 1, because: settled },
  ),
  'raise an alert': raised,
  'raise an alert with a deadline': raised,
  'raise an alert on a refund': raised,
  'note an alert for a digest': least({ roundTrips: 3, reads: ['alert', 'access'], transacted: ['notice', 'digest'] }),
  'schedule its deadlines': least({ roundTrips: 1 }),
  'take a refund': least(
    { roundTrips: 2, reads: ['refund', 'alert'], transacted: ['refund', 'history'] },
    { roundTrips: 1, readUnits: 1, because: settled },
  ),
  'show a fraud outcome': least({
    roundTrips: 2,
    reads: ['access', 'alert'],
    transacted: ['alert', 'day', 'history', 'event'],
    entries: 2,
  }),
  'list open alerts': least({ roundTrips: 3, reads: ['access', ...aroundOpen], indexPages: 2 }),
  'list alerts': least(
    { roundTrips: 3, reads: ['access', ...aroundAll], indexPages: 5 },
    { roundTrips: 1, because: 'the ended ones are asked for only when the open ones do not fill the page' },
  ),
  'get alert': oneAlert,
  'risk of an order': oneAlert,
  'risk of a refund': oneAlert,
  'cancel an order': asked,
  'reject a refund': asked,
  'dismiss an alert': least(
    {
      roundTrips: 2,
      reads: ['access', 'alert', 'record'],
      transacted: ['alert', 'totals', 'event', 'verdict', 'access', 'record'],
      entries: 4,
    },
    countedWrite,
  ),
  'list waivers': least({ roundTrips: 4, reads: ['access', ...aroundWaivers], indexPages: 1 }),
  'is it waived': least({ roundTrips: 1, reads: ['waiver'] }),
  'dashboard of a week': least({ roundTrips: 2, reads: ['access', 'totals', 'ledger', 'days'], indexPages: 2 }),
  'take a cancellation that was asked for': least(
    {
      roundTrips: 2,
      reads: ['order', 'alert', 'access', 'marker', 'waiver'],
      transacted: ['order', 'orders', 'history', 'alert', 'totals', 'waiver', 'event', 'waived'],
      entries: 5,
    },
    {
      roundTrips: 3,
      readUnits: 1,
      because: `the order is recorded by itself, and stands whatever becomes of its alert; ${settled}`,
    },
  ),
  'take a refused rejection': refused,
  'take a refund that ends its alert': least(
    {
      roundTrips: 2,
      reads: ['refund', 'alert'],
      transacted: ['refund', 'history', 'alert', 'totals', 'event'],
      entries: 3,
    },
    { roundTrips: 2, readUnits: 1, because: `the refund is recorded by itself; ${settled}` },
  ),
  'take back a flag': least({
    roundTrips: 2,
    reads: ['access', 'alert', 'withdrawal'],
    transacted: ['alert', 'totals', 'event'],
    entries: 3,
  }),
  'take a refused cancellation': refused,
  'erase a buyer': least(
    { roundTrips: 2, reads: ['blocked by', 'reasons of lifted blocks'], written: ['profile'], entries: 1 },
    { roundTrips: 1, because: 'one kind of row is looked for after the other: nobody waits for it' },
  ),
};
