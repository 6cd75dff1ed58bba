import { describe, expect, it } from 'vitest';
import { fileProblems, sizeProblems } from './file-rules.ts';
import { parseSource } from './source-file.ts';

const line = 'export const one = 1;\n';
const problemsOf = (path: string, text = line): readonly string[] => fileProblems(parseSource(path, text));

describe('file rules', () => {
  it.each([
    'shared/gate/utils.ts',
    'shared/helpers/time.ts',
    'test/common/wait.ts',
    'shared/gate/index.ts',
  ])('refuses the vague name %s', (path) => expect(problemsOf(path)).toHaveLength(1));

  it.each([
    'shared/gate/decideChecks.ts',
    'shared/Gate/rules.ts',
    'shared/gate/read_marker.ts',
  ])('refuses %s, which is not kebab-case', (path) => expect(problemsOf(path)).toHaveLength(1));

  it.each([
    'shared/gate/rules.ts',
    'test/unit/gate/rules.test.ts',
    'test/model/quota.deep.test.ts',
    'test/e2e/event-storm.alone.test.ts',
  ])('allows %s', (path) => expect(problemsOf(path)).toEqual([]));

  it('refuses a file that only passes on others', () => {
    expect(
      problemsOf('shared/gate/all.ts', "export * from './rules.ts';\nexport { x } from './store.ts';\n"),
    ).toHaveLength(1);
    expect(problemsOf('shared/gate/some.ts', `export * from './rules.ts';\n${line}`)).toEqual([]);
  });

  it('refuses the 251st line', () => {
    expect(problemsOf('shared/gate/rules.ts', line.repeat(250))).toEqual([]);
    expect(problemsOf('shared/gate/rules.ts', line.repeat(251))).toHaveLength(1);
  });

  it.each([
    'const MAX_AGE = 1;',
    'export const LIMIT = 1;',
    '  static readonly MAX_AGE = 1;',
  ])('refuses the constant in capitals in %s', (text) =>
    expect(problemsOf('shared/gate/rules.ts', `${text}\n`)).toHaveLength(1));

  it.each([
    'const maxAge = 1;',
    "const { SSC_STAGE: stage } = { SSC_STAGE: 'a' };",
    'const Id = 1;',
  ])('allows %s', (text) => expect(problemsOf('shared/gate/rules.ts', `${text}\n`)).toEqual([]));

  it.each([
    'new SQSClient({ region })',
    'createPublisher(new EventBridgeClient({}), name)',
    'new DynamoDBClient({ endpoint, requestHandler: new NodeHttpHandler({ requestTimeout: 1 }) })',
  ])('refuses an AWS client whose requests may hang: %s', (text) => {
    expect(problemsOf('shared/table/client.ts', `${text};\n`)).toHaveLength(1);
    expect(problemsOf('local/core/client.ts', `${text};\n`)).toEqual([]);
  });

  it.each([
    'new SQSClient(requestBounds(3, 3000))',
    'new DynamoDBClient({ ...bounds })',
    'new SQSClient(clientSettings({ isLocal: true }))',
    'new SQSClient(readAwsSettings(environment))',
  ])('allows the AWS client %s', (text) => expect(problemsOf('ops/dlq.ts', `${text};\n`)).toEqual([]));

  it('refuses a test that gives up on a busy machine, and takes one that only ends what hangs', () => {
    const problems = (text: string) => problemsOf('test/unit/gate/rules.test.ts', text);
    expect(problems(`it('is', { timeout: ${'20_000'} }, async () => {});\n`)).toHaveLength(1);
    expect(problems(`it('is', () => {\n  }, ${'60_000'});\n`)).toHaveLength(1);
    expect(problems(`it('is', () => {\n  }, ${'900_000'});\n  count(() => {\n  }, 2);\n`)).toEqual([]);
  });

  it('refuses a silenced compiler', () => {
    expect(problemsOf('shared/gate/rules.ts', `// ${'@ts'}-ignore\n${line}`)).toHaveLength(1);
  });

  it('watches the median and the ninth tenth of sizes', () => {
    const sized = (lines: number) => parseSource('shared/gate/rules.ts', line.repeat(lines));
    expect(sizeProblems([sized(10), sized(60), sized(61)])).toEqual([]);
    expect(sizeProblems([sized(10), sized(61), sized(61)])).toHaveLength(1);
    expect(sizeProblems([...Array.from({ length: 8 }, () => sized(10)), sized(151), sized(151)])).toHaveLength(1);
  });
});
