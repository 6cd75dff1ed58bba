import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDocument, readText, repository } from '../docs/documents.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly uses?: string;
  readonly environment?: string;
  readonly needs?: string;
  readonly steps?: readonly Step[];
  readonly 'timeout-minutes'?: number;
}
interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = '.github/workflows';
const workflows = readdirSync(`${repository}${folder}`).map((name) => {
  const text = readText(`${folder}/${name}`);
  return { name, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([job, definition]) => ({ name: `${name}: ${job}`, job: definition })),
);
const steps = jobs.flatMap(({ name, job }) => (job.steps ?? []).map((step) => ({ name, step })));

/** A commit by all of its hash, and the release that it is, for people and for what looks for newer ones. */
const pinned = /^\s*-? ?uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
const ownWorkflow = /^\s*uses: \.\/\.github\/workflows\/[a-z-]+\.yml$/;

describe('the workflows', () => {
  it('are the check, the supply chain, the scorecard and the deployment', () => {
    expect(workflows.map(({ name }) => name).toSorted()).toEqual([
      'check.yml',
      'deploy-stage.yml',
      'deploy.yml',
      'scorecard.yml',
      'supply-chain.yml',
    ]);
  });

  it.each(workflows)('pin each action to a commit, with its release: $name', ({ text }) => {
    const uses = text.split('\n').filter((line) => /^\s*-? ?uses:/.test(line));
    expect(uses.filter((line) => !pinned.test(line) && !ownWorkflow.test(line))).toEqual([]);
  });

  it('pin one action to one commit everywhere', () => {
    const all = new Set(steps.flatMap(({ step }) => step.uses ?? []));
    const names = [...all].map((uses) => uses.split('@')[0]);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(workflows)('may do nothing by themselves: $name', ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
  });

  it.each(jobs)('may only read, and ask for a token where they deploy: $name', ({ name, job }) => {
    const deploys = /^deploy(-stage)?\.yml: (deploy|staging|prod)$/.test(name);
    expect(job.permissions).toEqual({ contents: 'read', ...(deploys && { 'id-token': 'write' }) });
  });

  it('leave no token of GitHub in the folder, and end what hangs', () => {
    for (const { name, step } of steps)
      if (step.uses?.startsWith('actions/checkout@'))
        expect(step.with, name).toMatchObject({ 'persist-credentials': false });
    for (const { name, job } of jobs) if (job.steps) expect(job['timeout-minutes'], name).toBeGreaterThan(0);
  });

  it('are not run with secrets by a fork', () => {
    for (const { name, workflow, text } of workflows) {
      expect(Object.keys(workflow.on as object), name).not.toContain('pull_request_target');
      expect(text, name).not.toContain('secrets.');
    }
  });

  it('put nothing from outside into a command but by its environment', () => {
    for (const { name, step } of steps) expect(step.run ?? '', name).not.toContain('${{');
  });
});

describe('the check', () => {
  it('is the command that the README names, and what the script runs', () => {
    const commands = readDocument('README.md').codeBlocks.map(({ code }) => code.trim());
    expect(commands).toContain('npm ci && npm test');
    expect(readText('.ci/run')).toMatch(/\nnpm ci\nnpm test\n$/);
    const runs = steps.filter(({ name }) => name === 'check.yml: check').flatMap(({ step }) => step.run ?? []);
    expect(runs).toEqual(['.ci/run']);
  });
});

describe('the deployment', () => {
  const { staging, prod } = workflows.find(({ name }) => name === 'deploy.yml')?.workflow.jobs ?? {};
  const runs = steps.filter(({ name }) => name.startsWith('deploy-stage.yml')).flatMap(({ step }) => step.run ?? []);

  it('goes from the check to staging, and from there to prod', () => {
    expect([staging?.needs, prod?.needs]).toEqual(['check', 'staging']);
  });

  it('is tried from outside, and put back where that fails', () => {
    const at = (text: string) => runs.findIndex((run) => run.includes(text));
    expect(at('cdk deploy')).toBeLessThan(at('ops -- smoke --stage'));
    expect(at('ops -- smoke --stage')).toBeLessThan(at('git checkout'));
  });
});
