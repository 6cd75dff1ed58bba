import { basename } from 'node:path';
import type { SourceFile } from './source-file.ts';

const vagueNames = /^(utils?|helpers?|common|misc|shared|lib|index)$/;
const longest = 250;
/** What bounds the requests of an AWS client; one that is only asked for its credentials and region makes none. */
const bounded = /^(?:[^;]{0,300}?(?:[bB]ounds\b|requestBounds\(|[sS]ettings\b))/;
const makesClient = /\bnew [A-Z]\w*Client\(/g;
/** A constant in capitals, whose style is that of no other name here. Names of the environment's variables are texts. */
const shouted =
  /^\s*(?:export )?(?:const|let|static|readonly)(?: readonly)? ([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,})\b[^\n]*=/m;

/** A limit of a test's own, in milliseconds: as its option, or behind it. Those of the projects only end what hangs. */
const ownLimit = /, \{ timeout: ([\d_]+) \}, (?:async )?\(|^ {0,4}\}, ([\d_]+)\);$/gm;
const shortestLimit = 300_000;

/** What a single file must be like, whatever it imports. */
export function fileProblems(file: SourceFile): readonly string[] {
  const problems: string[] = [];
  const parts = file.path.split('/');
  const name = basename(file.path).replace(/(\.(test|(deep|alone)\.test|d))?\.tsx?$/, '');
  // Tests of `shared/` stand under its name: their paths mirror the source.
  const named = [...parts.slice(parts[0] === 'test' && parts[2] === 'shared' ? 3 : 1, -1), name];
  const vague = named.find((part) => vagueNames.test(part));
  if (vague) problems.push(`${file.path}: "${vague}" says nothing of what is inside`);
  const notKebab = named.find((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.config)?$/.test(part));
  if (notKebab) problems.push(`${file.path}: "${notKebab}" is not kebab-case`);
  if (file.onlyReExports) problems.push(`${file.path} is a barrel: import from where it is made`);
  if (file.lines > longest) problems.push(`${file.path} has ${file.lines} lines, more than ${longest}`);
  const constant = shouted.exec(file.text)?.[1];
  if (constant !== undefined)
    problems.push(`${file.path}: ${constant} is a constant like others: write it in camelCase`);
  for (const { index } of /^(?:shared|functions|ops)$/.test(parts[0] ?? '') ? file.text.matchAll(makesClient) : []) {
    if (!bounded.test(file.text.slice(index)))
      problems.push(`${file.path}: a request of this AWS client may hang for ever: give it bounds`);
  }
  for (const [, asOption, behind] of /\.test\.tsx?$/.test(file.path) ? file.text.matchAll(ownLimit) : []) {
    const milliseconds = Number((asOption ?? behind ?? '').replaceAll('_', ''));
    if (milliseconds >= 1000 && milliseconds < shortestLimit)
      problems.push(
        `${file.path}: a limit of ${milliseconds} ms fails a test on a busy machine: leave it to the project`,
      );
  }
  if (/@ts-(?:ignore|nocheck)/.test(file.text)) problems.push(`${file.path} silences the compiler`);
  return problems;
}

/** Sizes of all files together: the median at most 60 lines, nine in ten at most 150. */
export function sizeProblems(files: readonly SourceFile[]): readonly string[] {
  const sizes = files.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const at = (share: number): number => sizes[Math.max(0, Math.ceil(sizes.length * share) - 1)] ?? 0;
  return [
    ...(at(0.5) > 60 ? [`the median file has ${at(0.5)} lines, more than 60`] : []),
    ...(at(0.9) > 150 ? [`a tenth of the files has more than 150 lines (${at(0.9)})`] : []),
  ];
}
