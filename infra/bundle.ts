import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import type { DeployedFunction } from './function-definition.ts';

const projectDirectory = fileURLToPath(new URL('..', import.meta.url));

/** Some dependencies are CommonJS and call `require` for Node's own modules, which an ES module does not have. */
const requireForEsm = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

export interface Bundles {
  /** Folder with the function's `index.mjs`. */
  directoryOf(name: string): string;
  /** To be called once CDK has copied the folders into the cloud assembly. */
  remove(): void;
}

/**
 * Bundles the functions: the same sources always give the same bytes, so that an unchanged
 * function is not deployed again. The folder is this call's own: two syntheses at once do not disturb each other.
 * @throws Error naming each function without an entry file, and each file in `functions/` that is not deployed.
 */
export function bundleFunctions(
  functions: readonly Pick<DeployedFunction, 'name' | 'isHot'>[],
  entryDirectory = join(projectDirectory, 'functions'),
): Bundles {
  checkEntries(functions, entryDirectory);
  const outputDirectory = mkdtempSync(join(tmpdir(), 'ssc-bundles-'));
  try {
    const bundle = (some: typeof functions, namesKept: BuildOptions) =>
      buildSync({
        absWorkingDir: projectDirectory,
        entryPoints: some.map(({ name }) => ({ in: join(entryDirectory, `${name}.ts`), out: `${name}/index` })),
        outdir: outputDirectory,
        outExtension: { '.js': '.mjs' },
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node24',
        mainFields: ['module', 'main'],
        minifySyntax: true,
        minifyWhitespace: true,
        // Stack traces stay readable without source maps, which slow down cold starts.
        ...namesKept,
        legalComments: 'none',
        banner: { js: requireForEsm },
        logLevel: 'silent',
      });
    bundle(
      functions.filter(({ isHot }) => !isHot),
      { minifyIdentifiers: true, keepNames: true },
    );
    // `keepNames` defines a property for each closure at each call, as many microseconds as the gate's own decision: here
    // names stay because they are not minified.
    bundle(
      functions.filter(({ isHot }) => isHot),
      { minifyIdentifiers: false },
    );
  } catch (error) {
    rmSync(outputDirectory, { recursive: true, force: true });
    throw error;
  }
  return {
    directoryOf: (name) => join(outputDirectory, name),
    remove: () => rmSync(outputDirectory, { recursive: true, force: true }),
  };
}

function checkEntries(functions: readonly { readonly name: string }[], entryDirectory: string): void {
  const files = existsSync(entryDirectory) ? readdirSync(entryDirectory).filter((file) => file.endsWith('.ts')) : [];
  const expected = functions.map(({ name }) => `${name}.ts`);
  const problems = [
    ...expected.filter((file) => !files.includes(file)).map((file) => `${file} is deployed but does not exist`),
    ...files
      .filter((file) => !expected.includes(file))
      .map((file) => `${file} exists, and infra/functions/ has no such file`),
  ];
  if (problems.length > 0) throw new Error(`functions/:\n  ${problems.join('\n  ')}`);
}
