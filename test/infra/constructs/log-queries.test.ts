import { describe, expect, it } from 'vitest';
import { mostLogGroups } from '../../../infra/constructs/log-queries.ts';
import { loadFunctions } from '../../../infra/load-functions.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const functions = await loadFunctions();
const stage = synthesizeStage('prod');

describe('the saved questions to the logs', () => {
  const queries = stage.ofType('AWS::Logs::QueryDefinition').map(({ properties }) => properties);

  it('are of the stage, and ask the log of every function, as many as one query takes', () => {
    expect(functions.length).toBeLessThanOrEqual(mostLogGroups);
    expect(queries.length).toBeGreaterThanOrEqual(3);
    for (const { Name, LogGroupNames } of queries) {
      expect(Name).toMatch(/^ssc-prod\//);
      expect(LogGroupNames).toEqual(functions.map(({ name }) => `/aws/lambda/ssc-prod-${name}`));
    }
  });

  it('find what one request set off by the ID that its lines carry', () => {
    expect(
      queries.map(({ QueryString }) => String(QueryString)).filter((text) => /correlationId = "/.test(text)),
    ).toEqual([
      expect.stringMatching(/^fields .*@timestamp.*\n\| filter correlationId = ".*"\n\| sort @timestamp asc$/),
    ]);
  });
});
