import type { SynthesizedStage } from '../../infra/synthesized-stage.ts';

/** Names of our functions that get an event, without the stage: behind the queues of the rules that name it. */
export type EventConsumers = (event: { readonly source: string; readonly type: string }) => readonly string[];

/** As the template has it, whatever describes rules and functions there. */
export function eventConsumers(stage: SynthesizedStage): EventConsumers {
  const { rules, eventSourceMappings, functions } = stage.deployment();
  return ({ source, type }) => {
    const queues = rules
      .filter(({ pattern }) => names(pattern['source'], source) && names(pattern['detail-type'], type))
      .flatMap(({ targets }) => targets.map(({ arn }) => arn));
    return eventSourceMappings
      .filter(({ sourceArn }) => queues.includes(sourceArn))
      .flatMap(({ functionArn }) => functions.filter(({ arn }) => arn === functionArn))
      .map(({ name }) => name.replace(/^ssc-[a-z]+-/, ''))
      .toSorted();
  };
}

/** The one rule with more than lists in its pattern takes what no other names. */
const names = (part: unknown, value: string): boolean => Array.isArray(part) && part.includes(value);
