import { engines } from '../../builders/engines/engines.ts';
import { describeStorms } from './storm-checks.ts';

const repeats = Number(process.env['SSC_REPEAT'] ?? 2);

for (const engine of engines()) describeStorms(engine, engine === 'dynoxide' ? repeats : Math.ceil(repeats / 2));
