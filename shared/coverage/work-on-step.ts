import type { CoverageStep } from '../contracts/messages/coverage-step.ts';
import { cleanLinked } from './clean-markers.ts';
import { coverLinked } from './cover-block.ts';
import type { CoverageDeps } from './deps.ts';
import { findDependents } from './find-dependents.ts';
import { followGroup } from './follow-group.ts';
import { releaseEarlier } from './follow-scope.ts';

/** Does one step of the work on markers, and sends what comes after it. Done twice, late, or behind its block's end, it does what is left. */
export async function workOnStep(deps: CoverageDeps, step: CoverageStep): Promise<void> {
  switch (step.step) {
    case 'find_dependents':
      await findDependents(deps, step);
      return;
    case 'follow_group':
      return followGroup(deps, step);
    case 'cover':
      return coverLinked(deps, step);
    case 'release_earlier':
      return releaseEarlier(deps, step);
    case 'clean':
      return cleanLinked(deps, step);
  }
}
