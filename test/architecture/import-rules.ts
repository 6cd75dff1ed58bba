import type { ImportOf, SourceFile } from './source-file.ts';

/** Who may import whom: the first rule whose `files` match a file decides. */
interface ImportRule {
  readonly files: RegExp;
  /** Our own files that it may import. */
  readonly ours: RegExp;
  /** Packages and Node's modules that it may import as values; everything without it. Types cost nothing and decide nothing. */
  readonly packages?: RegExp;
  readonly because: string;
}

/** Pure decisions, which take time and ids as arguments. */
const pure = /^shared\/(.+\/)?(rules|[a-z-]+-rules)\.ts$|^shared\/kernel\/shop-day\.ts$/;

/** The SDK, and what a client of our own is made of. Not util-dynamodb, which converts and calls nobody. */
const awsSdk = /^@aws-sdk\/(?!util-dynamodb$)|^@smithy\/|^node:https?$/;

/** What every room may use: mechanisms that know nothing of what the product does. */
export const foundations = ['table', 'events', 'http', 'idempotency', 'aws-json', 'logs', 'metrics'];

/** Layers that compose rooms; no room knows them. */
export const composingLayers = ['seller-api', 'admin', 'support', 'performance', 'dashboard', 'public'];

const within = (rooms: readonly string[]): string => `^shared/(${rooms.join('|')})/`;
const contracts = /^shared\/contracts\//;

/** What every page of the console stands on. */
const consoleFoundations = ['session', 'api', 'live', 'keyboard'];
const callable = '^(clients|shared/contracts)/';

export const importRules: readonly ImportRule[] = [
  {
    files: /^shared\/kernel\//,
    ours: /^shared\/kernel\//,
    packages: /^$/,
    because: 'the kernel imports nothing',
  },
  {
    files: pure,
    ours: new RegExp(`^shared/kernel/|${pure.source}`),
    packages: /^$/,
    because: 'rules are pure: kernel only',
  },
  {
    files: contracts,
    ours: /^shared\/(contracts|kernel)\//,
    packages: /^zod$/,
    because: 'contracts know the kernel only: console, clients and callers import them',
  },
  {
    files: /^shared\/command-line\//,
    ours: /^shared\/command-line\//,
    because: 'the reader of command lines knows no program',
  },
  {
    files: new RegExp(within(foundations)),
    ours: new RegExp(within([...foundations, 'kernel', 'contracts'])),
    because: 'what every room may use knows no room',
  },
  {
    files: new RegExp(within(composingLayers)),
    ours: /^shared\//,
    because: 'shared code knows nothing of what deploys, runs or tests it',
  },
  {
    files: /^shared\/[a-z-]+\//,
    ours: new RegExp(`^shared/(?!(?:${composingLayers.join('|')}|command-line)/)[a-z-]+/`),
    because: 'a room knows no layer that composes rooms, and nothing of what deploys, runs or tests it',
  },
  { files: /^functions\//, ours: /^shared\//, because: 'a function imports shared code and never another function' },
  {
    files: /^infra\//,
    ours: /^infra\/|^shared\/contracts\/|^shared\/kernel\/words\//,
    because: 'infra knows names and contracts, and functions only as entry files',
  },
  {
    files: /^ops\//,
    ours: /^(ops|clients|shared\/(contracts|command-line))\/|^infra\/names\.ts$/,
    because: 'the command line of operations knows clients, contracts, and names of what is deployed',
  },
  {
    files: /^clients\//,
    ours: /^(clients|shared\/contracts)\//,
    because: 'what callers install knows contracts only',
  },
  {
    files: /^local\/core\//,
    ours: /^local\/core\//,
    because: 'what every local AWS service stands on knows none of them',
  },
  {
    files: /^local\/services\//,
    ours: /^local\/(core|services)\//,
    because: 'a local AWS service knows others and what they stand on, and nothing of what it runs',
  },
  {
    files: /^local\/demo\//,
    ours: /^(local\/demo|clients|shared\/(contracts|command-line))\//,
    because: 'the demo is a caller like any other',
  },
  {
    files: /^local\/(?!test\/)/,
    ours: /^local\/(?!test\/)|^(clients|shared\/command-line)\//,
    because: 'the local runtime reads the cloud assembly, and nothing of what it runs',
  },
  {
    files: /^console\/src\/words\//,
    ours: /^console\/src\/words\//,
    because: 'the words of the console know nothing that is said with them',
  },
  {
    files: /^console\/src\/ui\//,
    ours: /^console\/src\/(ui|words)\//,
    because: 'components know no feature, and no API',
  },
  {
    files: new RegExp(`^console/src/(${consoleFoundations.join('|')})/`),
    ours: new RegExp(`^console/src/(${['ui', 'words', ...consoleFoundations].join('|')})/|${callable}`),
    because: 'what every page stands on knows no feature',
  },
  {
    files: /^console\/src\/(?!app\/)/,
    ours: new RegExp(`^console/src/(?!app/)|${callable}`),
    because: 'a feature knows contracts and clients only, and not what puts features together',
  },
  {
    files: /^console\/(?!test\/)/,
    ours: new RegExp(`^console/|${callable}`),
    because: 'the console knows contracts and clients only',
  },
  { files: /^(local\/|console\/)?test\//, ours: /^/, because: 'tests may import anything' },
];

/** Each import that the rules do not allow, in words. */
export function forbiddenImports(file: SourceFile): readonly string[] {
  const rule = importRules.find(({ files }) => files.test(file.path));
  if (!rule) return [`${file.path} is in no known part of the house`];
  const forbidden = file.imports.filter(({ isOurs, target, typeOnly }) =>
    isOurs ? !rule.ours.test(target) : !typeOnly && rule.packages !== undefined && !rule.packages.test(target),
  );
  return [
    ...forbidden.map(({ target }) => `${file.path} imports ${target}: ${rule.because}`),
    ...file.imports.flatMap((one) => wrongForm(one).map((problem) => `${file.path} ${problem}`)),
  ];
}

/** JavaScript is what an older Node.js has to read; everywhere else `.js` would be a wrong name for a `.ts`. */
const extension = /\.(ts|tsx|json|css)$|^run\.js$/;

function wrongForm({ target, isOurs, names }: ImportOf): readonly string[] {
  const problems: string[] = [];
  if (isOurs && !extension.test(target)) problems.push(`imports ${target} without its extension`);
  if (target === 'zod' && names.length > 0) {
    problems.push(`imports { ${names.join(', ')} } from zod: write import * as z, or the bundle holds all of it`);
  }
  return problems;
}

/** The AWS clients have one home a capability. */
const mayCallAws =
  /^shared\/((.+\/)?store\.ts|[a-z-]+\/[a-z-]+-(client|reader|rows|store|publisher|queue|sender)\.ts|table\/|events\/)/;

/** Uses of AWS clients, the clock or the environment outside of where they belong. */
export function misplacedEffects(file: SourceFile): readonly string[] {
  const problems: string[] = [];
  if (file.path.startsWith('shared/') && !mayCallAws.test(file.path)) {
    const clients = file.imports.filter(({ target, typeOnly }) => awsSdk.test(target) && !typeOnly);
    problems.push(
      ...clients.map(({ target }) => `${file.path} imports ${target}: only stores, table and events call AWS`),
    );
  }
  if (pure.test(file.path)) {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bprocess\.|\bMath\.random\b/.exec(file.text)?.[0];
    if (impure) problems.push(`${file.path} uses ${impure}: time and ids are arguments of a rule`);
  }
  return problems;
}

/** How the table is reached: the client, the calls, the keys and the shapes of items and conditions. Not a plan of what to read: it is opaque. */
const tableAccessFiles =
  /^shared\/table\/(batch-get|client|keys|kept|own-table|plan-reader|query|settled-read|transact)\.ts$/;

/** What belongs to the table itself; and the outbox and the idempotency record, which stand in the writes of every room. */
const besidesRooms = /^shared\/(table|events|idempotency)\//;
/** Talks to the table; the gate's store does so through a reader of its own, which is leaner than the SDK. */
const store = /\/([a-z-]+-)?store\.ts$|^shared\/gate\/table-reader\.ts$/;
/** Says what stands in the table, in which words and on which conditions, and calls nothing. */
const shapes = /\/([a-z-]+-)?(items|writes)\.ts$/;
/** Values that a shape is made of. */
const shapeFiles = /^shared\/table\/(keys|kept)\.ts$/;

/** What touches the table and is no store: use cases, routes and rules see a store's interface, and no key, item or condition. */
export function tableAccess(file: SourceFile): readonly string[] {
  if (!/^shared\/[a-z-]+\//.test(file.path) || besidesRooms.test(file.path) || store.test(file.path)) return [];
  const reached = file.imports.filter(({ target }) => tableAccessFiles.test(target));
  if (!shapes.test(file.path))
    return reached.map(({ target }) => `${file.path} imports ${target}: only a store touches the table`);
  return reached
    .filter(({ target, typeOnly }) => !typeOnly && !shapeFiles.test(target))
    .map(
      ({ target }) => `${file.path} imports ${target}: items and writes are shapes, and only a store touches the table`,
    );
}
