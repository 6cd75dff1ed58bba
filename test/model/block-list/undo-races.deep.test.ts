import { engines } from '../../builders/engines/engines.ts';
import { describeUndoRaces } from './undo-checks.ts';

const times = Number(process.env['SSC_REPEAT'] ?? 1000);

for (const engine of engines()) describeUndoRaces(engine, times);
