import { expect, it } from 'vitest';
import { windowTitle } from '../../../src/ui/window-title-rules.ts';

it('begins with what waits', () => {
  expect(windowTitle('Alerts', 'Security Center', 5)).toBe('(5) Alerts · Security Center');
});

it('says no number where nothing waits, and no name twice', () => {
  expect(windowTitle('Alerts', 'Security Center', 0)).toBe('Alerts · Security Center');
  expect(windowTitle('Security Center', 'Security Center', 0)).toBe('Security Center');
});
