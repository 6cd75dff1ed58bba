import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionModel } from '../model.ts';

/**
 * The file and the export that a handler string such as `index.handler` names, looked for as Lambda does.
 *
 * @throws Error naming the function when there is no such file.
 */
export function findHandlerFile(model: FunctionModel): { readonly modulePath: string; readonly exportName: string } {
  const dot = model.handler.lastIndexOf('.');
  const stem = model.handler.slice(0, dot);
  const exportName = model.handler.slice(dot + 1);
  const candidates = ['.js', '.mjs', '.cjs'].map((extension) => join(model.codeDirectory, `${stem}${extension}`));
  const modulePath = candidates.find((path) => existsSync(path));
  if (dot < 1 || modulePath === undefined) {
    throw new Error(
      `Function ${model.name} has the handler ${model.handler}, but none of ${candidates.join(', ')} exists.`,
    );
  }
  return { modulePath, exportName };
}
