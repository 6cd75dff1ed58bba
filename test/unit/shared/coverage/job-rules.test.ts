import { describe, expect, it } from 'vitest';
import {
  coverJob,
  coverageDuring,
  groupJob,
  jobsOf,
  withJob,
  withoutJob,
} from '../../../../shared/coverage/job-rules.ts';

describe('the jobs of a block', () => {
  it('are its own, of one that has just been made or widened, or was stored before jobs were kept', () => {
    expect(jobsOf({ state: 'applying', guarded: 1, total: 1 }, undefined)).toEqual({ [coverJob]: { left: 0 } });
    expect(jobsOf({ state: 'applying', guarded: 50, total: 100 }, undefined)).toEqual({ [coverJob]: { left: 50 } });
  });

  it('are none of one that is complete, and what was kept of all others', () => {
    expect(jobsOf({ state: 'complete', guarded: 3, total: 3 }, undefined)).toEqual({});
    expect(jobsOf({ state: 'applying', guarded: 1, total: 3 }, { 'g#g': { left: 2, revision: 1 } })).toEqual({
      'g#g': { left: 2, revision: 1 },
    });
  });

  it('go by names that no group can share, whatever it is called', () => {
    expect(groupJob('cover')).not.toBe(coverJob);
    const jobs = withJob(withJob({}, coverJob, { left: 1 }), groupJob('__proto__'), { left: 2, revision: 1 });
    expect(Object.keys(withoutJob(jobs, groupJob('__proto__')))).toEqual([coverJob]);
  });
});

describe('coverageDuring', () => {
  it('is complete without a job', () => {
    expect(coverageDuring({}, 7)).toEqual({ state: 'complete', guarded: 7, total: 7 });
  });

  it('never says that more are guarded than are, and never that the root is not', () => {
    const jobs = { cover: { left: 3 }, 'g#g': { left: 2, revision: 1 } };
    expect(coverageDuring(jobs, 7)).toEqual({ state: 'applying', guarded: 2, total: 7 });
    expect(coverageDuring(jobs, 4)).toEqual({ state: 'applying', guarded: 1, total: 4 });
  });
});
