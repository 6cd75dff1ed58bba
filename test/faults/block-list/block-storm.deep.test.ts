import { engines } from '../../builders/engines/engines.ts';
import { describeStorms } from './storm-checks.ts';

const repeats = Number(process.env['SSC_REPEAT'] ?? 50);

for (const engine of engines()) describeStorms(engine, repeats);
