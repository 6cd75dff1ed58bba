import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** One import, re-export or dynamic import of a source file. */
export interface ImportOf {
  /** As written: a package's name, `node:…`, or for our own files the path from the project's folder. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly typeOnly: boolean;
  /** Names in braces; empty for `import * as x` and for a side effect. */
  readonly names: readonly string[];
}

export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly ImportOf[];
  /** Has statements, and every one of them passes on what another file exports. */
  readonly onlyReExports: boolean;
  /** Leaves nothing to run: types, and imports of types. */
  readonly onlyTypes: boolean;
}

/** What others wrote, and what programs made. */
const notOurs = /\/(node_modules|generated|dist)(\/|$)/;

/** Every TypeScript file under these folders of the project, as far as there are such folders. */
export function readSources(projectDirectory: string, folders: readonly string[]): readonly SourceFile[] {
  return folders
    .filter((folder) => existsSync(join(projectDirectory, folder)))
    .flatMap((folder) =>
      readdirSync(join(projectDirectory, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !notOurs.test(entry.parentPath))
        .map((entry) => join(entry.parentPath, entry.name).slice(projectDirectory.length).replace(/^\//, ''))
        .map((path) => parseSource(path, readFileSync(join(projectDirectory, path), 'utf8'))),
    );
}

export function parseSource(path: string, text: string): SourceFile {
  const parsed = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const imports: ImportOf[] = [];
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found) imports.push({ ...found, ...resolve(path, found.target) });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return {
    path,
    text,
    lines: text.trimEnd().split('\n').length,
    imports,
    onlyReExports:
      parsed.statements.length > 0 &&
      parsed.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier),
    onlyTypes: parsed.statements.length > 0 && parsed.statements.every(isErased),
  };
}

function isErased(statement: ts.Statement): boolean {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  return ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function importOf(node: ts.Node): Pick<ImportOf, 'target' | 'typeOnly' | 'names'> | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const bindings = clause?.namedBindings;
    const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    const names = [...named].map(({ propertyName, name }) => (propertyName ?? name).text);
    const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { target: node.moduleSpecifier.text, typeOnly, names: clause?.name ? ['default', ...names] : names };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { target: node.moduleSpecifier.text, typeOnly: node.isTypeOnly, names: [] };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteral(argument) ? { target: argument.text, typeOnly: false, names: [] } : undefined;
  }
  return undefined;
}

function resolve(path: string, target: string): Pick<ImportOf, 'target' | 'isOurs'> {
  const isOurs = target.startsWith('.');
  return { target: isOurs ? normalize(join(dirname(path), target)) : target, isOurs };
}
