import ts from 'typescript';
import type { SourceFile } from './source-file.ts';

const longest = 60;

/** A function and how many of its lines hold code: neither blank ones nor comments count. */
export interface SizedFunction {
  readonly path: string;
  readonly name: string;
  readonly lines: number;
}

/** Functions of a file that are longer than a reader should have to hold in mind, what is nested in them included. */
export function longFunctions({ path, text }: SourceFile): readonly SizedFunction[] {
  const parsed = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  // Walking every token takes time: only where a function can be too long at all.
  let isCode: readonly boolean[] | undefined;
  const found: SizedFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const first = parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line;
      const last = parsed.getLineAndCharacterOfPosition(node.end).line;
      if (last - first + 1 > longest) {
        isCode ??= codeLines(parsed);
        const lines = isCode.slice(first, last + 1).filter(Boolean).length;
        if (lines > longest) found.push({ path, name: nameOf(node), lines });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  return node.parent && ts.isVariableDeclaration(node.parent)
    ? node.parent.name.getText()
    : 'a function without a name';
}

/** Of each line, whether a token stands on it: comments and white space are no tokens. */
function codeLines(parsed: ts.SourceFile): readonly boolean[] {
  const isCode = parsed.getLineStarts().map(() => false);
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(parsed).filter((child) => !ts.isJSDoc(child));
    if (children.length > 0) {
      children.forEach(visit);
      return;
    }
    if (node.getWidth(parsed) === 0) return;
    const first = parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line;
    const last = parsed.getLineAndCharacterOfPosition(node.end).line;
    for (let line = first; line <= last; line++) isCode[line] = true;
  };
  visit(parsed);
  return isCode;
}
