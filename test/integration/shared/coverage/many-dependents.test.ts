import { describeManyDependents } from './many-dependents.ts';

describeManyDependents({ shops: 4, accounts: 600 });
