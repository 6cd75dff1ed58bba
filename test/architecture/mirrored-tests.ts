import type { SourceFile } from './source-file.ts';

type File = Pick<SourceFile, 'path' | 'onlyTypes'>;

/** What a source file need not have a test of its own for; each says what tests it instead. */
interface Exemption {
  readonly reason: string;
  readonly holds: (file: File, files: readonly File[]) => boolean;
}

const named =
  (pattern: RegExp) =>
  ({ path }: File): boolean =>
    pattern.test(path);

/** The short list. Rules and use cases stand in none of it: they have no exemption. */
const exemptions: readonly Exemption[] = [
  { reason: 'types only, which the compiler checks', holds: ({ onlyTypes }) => onlyTypes },
  {
    reason: 'what reads a template here: tested by loading whole deployments, those of the product among them',
    holds: named(
      /^local\/(core\/assembly\/.+|services\/[a-z0-9-]+\/(([a-z-]+-)?template|resource-types|service))\.ts$/,
    ),
  },
  {
    reason: 'how the local services are asked: by the AWS SDK, against an endpoint that a test starts',
    holds: named(
      /^local\/(core\/aws-endpoint\/.+|services\/[a-z0-9-]+\/(endpoint|operations|input|requests|shapes))\.ts$/,
    ),
  },
  {
    reason: 'processes and sockets of the local runtime: engines, front end, synthesis and workers run under its tests',
    holds: named(/^local\/(core\/(engines|http-front-end|synthesis)|services\/lambda\/workers)\//),
  },
  {
    reason: 'the local programs and their demo: test/e2e starts them as people do',
    holds: named(
      /^local\/((demo|start-up)\/.+|(start|simulate|runtime|service-list)|core\/(offers|open-services|free-ports))\.ts$/,
    ),
  },
  {
    reason: 'entries: they compose and decide nothing, and are run as they are deployed or called',
    holds: named(
      /^functions\/|^(infra\/app|ops\/(ops|access|complaints|dlq|report|restore|rebuild|replay|smoke|verify-receipt))\.ts$/,
    ),
  },
  {
    reason: 'what the canary shop goes through: test/e2e runs it against the product, whole and broken',
    holds: named(
      /^ops\/smoke\/(steps\/.+|(steps|canary|canary-ids|clean-up|evidence|gate|lease|live-client|open-place))\.ts$/,
    ),
  },
  {
    reason: 'schemas: each route answers by them, and the examples of each event are held against them',
    holds: named(/^shared\/contracts\//),
  },
  { reason: 'lists of words, which rules and schemas are made of', holds: named(/^shared\/kernel\/words\//) },
  {
    reason:
      'what a room stores or sends: the scenarios of its folder in test/integration read it back, stores over both engines',
    holds: ({ path }, files) => {
      const [, room] = /^shared\/([a-z-]+)\/(?:.+\/)?(?:[a-z-]+-)?(?:store|items?|writes?|event)\.ts$/.exec(path) ?? [];
      return room !== undefined && files.some((file) => file.path.startsWith(`test/integration/shared/${room}/`));
    },
  },
  {
    reason: 'routes: the scenarios of their rooms go through them, and the matrix of test/e2e asks each as everybody',
    holds: named(/^shared\/(.+\/)?([a-z-]+-)?routes?\.ts$/),
  },
  {
    reason: 'resources, grants and settings: asserted in the templates that test/infra synthesizes',
    holds: named(
      /^infra\/((stacks|constructs|functions|grants)\/|settings\/(alarm-settings|defaults|fields|settings-schema)\.ts|api-limits\.ts$)/,
    ),
  },
  {
    reason: 'what is drawn, and what asks the API for it: test/browser opens each page in a real browser',
    holds: named(/^console\/src\/.+(\.tsx|\/([a-z-]+-)?queries\.ts)$/),
  },
  {
    reason: 'what only joins the console to the browser and its issuer: test/browser signs in through it',
    holds: named(/^console\/src\/(app\/.+|[a-z-]+\/(browser|use)-[a-z-]+)\.ts$/),
  },
  {
    reason: 'commands that work on queues: test/integration/ops runs them through the AWS endpoint',
    holds: named(/^ops\/(dlq-[a-z-]+-command|dead-letter-queue)\.ts$/),
  },
];

const isRuleOrTest = named(/(^|\/)(rules|[a-z-]+-rules)\.ts$|^([a-z]+\/)?test\//);

const testFile = /^(?:([a-z]+)\/)?test\/(unit|integration|infra)\/(.+?)(?:\.(?:deep|alone))?\.test\.ts$/;

/** The files that a test's path may mirror: of the product, or of what tests are made with. */
export function sourcesOf(testPath: string): readonly string[] {
  const [, workspace, kind, mirrored] = testFile.exec(testPath) ?? [];
  if (mirrored === undefined) return [];
  if (workspace === 'console') return ['ts', 'tsx'].map((extension) => `console/src/${mirrored}.${extension}`);
  if (workspace !== undefined) return [`${workspace}/${mirrored}.ts`];
  if (kind === 'infra') return [`infra/${mirrored}.ts`];
  return ['ts', 'tsx', 'js'].flatMap((extension) => [`${mirrored}.${extension}`, `test/${mirrored}.${extension}`]);
}

/** Unit tests whose path mirrors no file: nobody would look for them there. */
export function strayUnitTests(files: readonly File[], known: (path: string) => boolean): readonly string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => /^test\/unit\/.+\.test\.ts$/.test(path) && !sourcesOf(path).some(known));
}

export interface MirrorReport {
  /** How many files have no test of their own, by what tests them instead. */
  readonly unmirrored: readonly { readonly reason: string; readonly count: number }[];
  /** Files that no test mirrors, without a reason. */
  readonly missing: readonly string[];
}

/** How far each source file has a test where one looks for it: at the same path below `test/unit`, `integration` or `infra`. */
export function mirrorReport(files: readonly File[]): MirrorReport {
  const mirrored = new Set(files.flatMap(({ path }) => sourcesOf(path)));
  const sources = files.filter(
    (file) =>
      /^(shared|infra|ops|functions|local|clients|console\/src)\//.test(file.path) &&
      !/^[a-z]+\/test\//.test(file.path),
  );
  const without = sources.filter(({ path }) => !mirrored.has(path));
  const reasonOf = (file: File): string | undefined =>
    isRuleOrTest(file) ? undefined : exemptions.find(({ holds }) => holds(file, files))?.reason;
  const reasons = without.map((file) => ({ file, reason: reasonOf(file) }));
  return {
    unmirrored: exemptions
      .map(({ reason }) => ({ reason, count: reasons.filter((one) => one.reason === reason).length }))
      .filter(({ count }) => count > 0),
    missing: reasons.filter(({ reason }) => reason === undefined).map(({ file }) => file.path),
  };
}
