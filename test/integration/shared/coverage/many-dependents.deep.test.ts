import { describeManyDependents } from './many-dependents.ts';

describeManyDependents({ shops: 50, accounts: 5000 });
