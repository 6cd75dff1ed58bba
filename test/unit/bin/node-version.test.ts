import { describe, expect, it } from 'vitest';
import { refuseNode } from '../../../bin/node-version.js';

describe('refuseNode', () => {
  it.each(['24.0.0', '24.22.3', '26.12.1', '100.0.0'])('starts on Node.js %s', (version) => {
    expect(refuseNode(version)).toBeUndefined();
  });

  it.each(['9.11.2', '18.20.8', '20.20.2', '23.11.1'])('refuses Node.js %s, and says what to do', (version) => {
    const sentence = refuseNode(version);
    expect(sentence).toContain(`was started by ${version}`);
    expect(sentence).toContain('npx npm@11 ci');
    expect(sentence).not.toContain('\n');
    expect(sentence?.endsWith('.')).toBe(true);
  });
});
