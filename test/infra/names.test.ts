import { describe, expect, it } from 'vitest';
import { deadLetterQueues } from '../../ops/dead-letter-queues.ts';
import { synthesizeStage } from './synthesized-stage.ts';

const { queues } = synthesizeStage('local').deployment();

describe('the dead-letter queues that ops look after', () => {
  it('are all of the deployment’s', () => {
    const ends = queues.filter(({ redrive }) => !redrive).map(({ name }) => name);
    expect(deadLetterQueues.map(({ name }) => `ssc-local-${name}`).toSorted()).toEqual(ends.toSorted());
  });

  it('send their letters back to the queue that they came from', () => {
    for (const queue of deadLetterQueues) {
      if (queue.kind !== 'work') continue;
      const source = queues.find(({ name }) => name === `ssc-local-${queue.source}`);
      expect(source?.redrive?.deadLetterArn, queue.name).toMatch(new RegExp(`:ssc-local-${queue.name}$`));
    }
  });
});
