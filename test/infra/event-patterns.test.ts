import { describe, expect, it } from 'vitest';
import { patternOf, unroutedPattern } from '../../infra/event-patterns.ts';
import { compilePattern } from '../../local/services/events/event-pattern.ts';

const flagged = { source: 'marketplace.risk', type: 'Order Risk Flagged' };
const withdrawn = { source: 'marketplace.risk', type: 'Risk Flag Withdrawn' };
const erased = { source: 'marketplace.identity', type: 'Buyer Erased' };
const raised = { source: 'ssc', type: 'Alert Raised' };
const onBus = ({ source, type }: { source: string; type: string }) => ({ source, 'detail-type': type, detail: {} });

describe('patterns of rules', () => {
  it('name the source and each type once', () => {
    expect(patternOf([flagged, withdrawn, flagged])).toEqual({
      source: ['marketplace.risk'],
      detailType: ['Order Risk Flagged', 'Risk Flag Withdrawn'],
    });
  });

  it('leave to the rest what nobody routes, but for events of our own', () => {
    const rest = compilePattern(unroutedPattern([flagged, erased, raised]));
    for (const routed of [flagged, erased, raised, { ...raised, type: 'Alert Changed' }])
      expect(rest(onBus(routed)), routed.type).toBe(false);
    for (const unrouted of [withdrawn, { ...erased, type: flagged.type }, { ...raised, source: 'someone.else' }])
      expect(rest(onBus(unrouted)), unrouted.type).toBe(true);
  });

  it('name what is routed in the catalogue’s order, in whichever order functions name it', () => {
    const pattern = unroutedPattern([withdrawn, erased, flagged, flagged]);
    expect(pattern).toEqual(unroutedPattern([flagged, withdrawn, erased]));
    expect(pattern.$or).toContainEqual({
      source: ['marketplace.risk'],
      'detail-type': [{ 'anything-but': ['Order Risk Flagged', 'Risk Flag Withdrawn'] }],
    });
  });
});
