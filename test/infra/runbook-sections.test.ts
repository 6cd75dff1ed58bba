import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runbookSections } from '../../infra/runbook-sections.ts';
import { alarmsIn, sectionOf } from './alarms-in-templates.ts';
import { synthesizeStage } from './synthesized-stage.ts';

const page = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const sections = page.split(/^## /m).slice(1);
const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
const alarms = alarmsIn(synthesizeStage('prod without an issuer'));

describe('docs/runbook.md', () => {
  it('has the sections that alarms can lead to, in their order', () => {
    expect(sections.map((section) => slugOf(section.split('\n')[0] ?? ''))).toEqual([...runbookSections]);
  });

  it.each(
    sections.map((section) => [section.split('\n')[0], section]),
  )('says in "%s" what it means, how to look and how to mend', (_heading, section) => {
    expect([...section.matchAll(/^\*\*(\w+)\.\*\* .{10,}$/gm)].map(([, part]) => part)).toEqual([
      'Means',
      'Look',
      'Mend',
    ]);
  });

  it('has a section for each alarm, and an alarm for each section', () => {
    const led = alarms.map((alarm) => [alarm.id, sectionOf(alarm)] as const);
    for (const [id, section] of led) expect(runbookSections, id).toContain(section);
    const without = runbookSections.filter((section) => !led.some(([, to]) => to === section));
    expect(without).toEqual([]);
  });
});

describe('alarms', () => {
  it('say in a sentence who is hurt', () => {
    for (const { id, properties } of alarms)
      expect(String(properties['AlarmDescription']), id).toMatch(
        /^(?:[A-Z]|ssc-|gate|seller|service).{30,}[.!] What to do: docs\/runbook\.md#/s,
      );
  });

  it('lead to where the stage’s file says that the runbook is', () => {
    const runbookUrl = 'https://wiki.example.com/ssc';
    for (const alarm of alarmsIn(synthesizeStage('prod', {}, { runbookUrl })))
      expect(String(alarm.properties['AlarmDescription']), alarm.id).toContain(` What to do: ${runbookUrl}#`);
  });
});
