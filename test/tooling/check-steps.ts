import { join } from 'node:path';
import type { Step } from './run-step.ts';

const bin = (path: string): string => join('node_modules', path);

/**
 * Everything that is checked without running the product, the longest first.
 * @param folder Where the cloud assemblies go.
 */
export function checkSteps(folder: string): readonly Step[] {
  const synthesize = (name: string, environment: Readonly<Record<string, string>>): Step => ({
    name,
    node: ['infra/app.ts'],
    // The rules run whatever the shell says.
    environment: { CDK_VALIDATION: 'true', CDK_OUTDIR: join(folder, name.replaceAll(' ', '-')), ...environment },
  });
  return [
    synthesize('synth local', { SSC_STAGE: 'local' }),
    synthesize('synth prod', {
      SSC_STAGE: 'prod',
      // No issuer: with a user pool of its own, a stage has most to check.
      SSC_CONSOLE_URL: 'https://console.example.com',
      SSC_MAIL_SENDER: 'security-center@example.com',
      SSC_ALARM_EMAIL: 'on-call@example.com',
    }),
    // What a stage only has where its file says so.
    synthesize('synth all settings', { SSC_STAGE: 'prod', SSC_STAGE_FILES: join('test', 'tooling', 'stages') }),
    { name: 'types', node: [bin('typescript-native/bin/tsc'), '--noEmit', '-p', '.'] },
    { name: 'types of the console', node: [bin('typescript-native/bin/tsc'), '--noEmit', '-p', 'console'] },
    { name: 'lint', node: [bin('oxlint/bin/oxlint'), '--deny-warnings'] },
    { name: 'dead code', node: [bin('knip/bin/knip.js'), '--no-progress'] },
    { name: 'format', node: [bin('@biomejs/biome/bin/biome'), 'format', '.'] },
  ];
}

export const unitTests: Step = {
  name: 'unit tests',
  node: [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    'unit',
    '--project',
    'console',
    '--project',
    'infra',
    '--reporter',
    'dot',
  ],
  // Its output is shown only when it fails, and then to be read, not to be looked at.
  environment: { NO_COLOR: '1' },
};
