import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { definitionProblems } from './definition-problems.ts';
import type { DeployedFunction, FunctionDefinition } from './function-definition.ts';

const ownFolder = fileURLToPath(new URL('functions/', import.meta.url));

/**
 * Every deployed function, by name: each file of `infra/functions/` defines one and exports it under its own name, `order-consumer.ts`
 * as `orderConsumer`. Nothing lists them: a file that stands there is deployed.
 *
 * @throws Error naming what is wrong with the definitions.
 */
export async function loadFunctions(folder = ownFolder): Promise<readonly DeployedFunction[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const functions = await Promise.all(files.toSorted().map((file) => load(folder, file)));
  const problems = definitionProblems(functions);
  if (problems.length > 0) throw new Error(`infra/functions/:\n  ${problems.join('\n  ')}`);
  return functions;
}

async function load(folder: string, file: string): Promise<DeployedFunction> {
  const name = file.slice(0, -'.ts'.length);
  const exported = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const module = (await import(pathToFileURL(join(folder, file)).href)) as Readonly<Record<string, unknown>>;
  if (!isDefinition(module[exported])) throw new Error(`infra/functions/${file} exports no function as ${exported}.`);
  return { ...module[exported], name };
}

/** The compiler has checked the rest: each file says which kind it satisfies. */
function isDefinition(value: unknown): value is FunctionDefinition {
  return typeof value === 'object' && value !== null && 'kind' in value && 'hurts' in value;
}
