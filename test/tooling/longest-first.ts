import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** By how long a file of the project takes, the longest first. */
const order = ['model', 'integration', 'infra', 'unit'];

/**
 * Begins with what takes longest, so that no worker is left alone with it at the end; and keeps the files of a project
 * together, since a worker that is not isolated is used again only for the same project. The order within a project is
 * vitest's own.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ project }: TestSpecification): number {
  const rank = order.indexOf(project.name);
  return rank < 0 ? order.length : rank;
}
