import { describe } from 'vitest';
import { checkCost } from './many-alerts.ts';

describe('the dashboard of a shop with thousands of alerts', () => {
  checkCost('dynoxide', 3000);
});
