import { describe, expect, it } from 'vitest';
import { namesIn } from './names-in-templates.ts';
import type { FoundName } from './names-in-templates.ts';
import { synthesizeStage } from './synthesized-stage.ts';

const regions = ['eu-west-1', 'us-east-1'] as const;
const production = synthesizeStage('prod without an issuer');
const second = (more: object = {}) =>
  synthesizeStage('prod without an issuer', { SSC_STAGE: 'staging' }, { keepsData: true, ...more });
const shared = 'ssc-account';

const taken = (names: readonly FoundName[], ...reach: readonly FoundName['reach'][]) =>
  new Set(
    names.filter((name) => name.stack !== shared && reach.includes(name.reach)).map(({ of, name }) => `${of} ${name}`),
  );
const inCommon = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].filter((name) => other.has(name));

describe('names', () => {
  it('are known to be unique or not, each of them', () => {
    const unknown = namesIn(production, regions[0]).filter(({ reach }) => reach === undefined);
    expect([...new Set(unknown.map(({ of }) => of))]).toEqual([]);
  });

  it('are different in two stages of one region, but for what the account has once', () => {
    const [one, other] = [production, second({ mailIdentity: 'example.com' })].map((stage) =>
      taken(namesIn(stage, regions[0]), 'region', 'account'),
    ) as [Set<string>, Set<string>];
    expect(one.size).toBeGreaterThan(150);
    expect(inCommon(one, other)).toEqual([]);
  });

  it('would not be, if the second stage made the identity of SES again', () => {
    const [one, other] = [production, second()].map((stage) =>
      taken(namesIn(stage, regions[0]), 'region', 'account'),
    ) as [Set<string>, Set<string>];
    expect(inCommon(one, other)).toEqual(['AWS::SES::EmailIdentity EmailIdentity "example.com"']);
  });

  it('are different in two regions of one stage where they belong to the account', () => {
    const [one, other] = regions.map((region) => taken(namesIn(production, region), 'account')) as [
      Set<string>,
      Set<string>,
    ];
    expect(one.size).toBeGreaterThan(7);
    expect(inCommon(one, other)).toEqual([]);
  });

  it('fit where the stage has the longest name that there may be', () => {
    const stage = synthesizeStage('prod without an issuer', { SSC_STAGE: 'abcdefghij-klmnopqrs' }, {});
    const longest: Readonly<Record<string, number>> = { Queue: 80, Archive: 48, Table: 255, LogGroup: 512, Domain: 63 };
    for (const { of, name, reach } of namesIn(stage, 'ap-southeast-3')) {
      if (reach !== 'region' && reach !== 'account') continue;
      if (['stack', 'export'].includes(of) || of.endsWith('Aliases')) continue;
      const type = /::(?:UserPool)?(\w+) /.exec(of)?.[1] ?? '';
      expect(JSON.parse(name).length, `${of} ${name}`).toBeLessThanOrEqual(longest[type] ?? 64);
    }
  });
});
