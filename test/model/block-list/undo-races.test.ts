import { usualEngines } from '../../builders/engines/engines.ts';
import { describeUndoRaces } from './undo-checks.ts';

/** A share of what `undo-races.deep.test.ts` runs. */
for (const engine of usualEngines()) describeUndoRaces(engine, 100);
