import { describe } from 'vitest';
import { engines } from '../../../builders/engines/engines.ts';
import { checkCost } from './many-alerts.ts';

describe('the dashboard of a shop with a hundred thousand alerts', () => {
  // AWS's own where there is Java: each write of the native one takes longer the more the table holds.
  checkCost(engines().at(-1) ?? 'dynoxide', 100_000);
});
