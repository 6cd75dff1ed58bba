/** One document of the repository, as far as tests look into it. */
export interface MarkdownDocument {
  /** From the repository's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly headings: readonly Heading[];
  /** Targets of links and pictures, as written. */
  readonly links: readonly string[];
  /** What stands between backticks, code blocks aside. */
  readonly codeSpans: readonly string[];
  readonly codeBlocks: readonly CodeBlock[];
  /** Everything but code: what a person reads as text. */
  readonly prose: string;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** What a link to it says behind the `#`, as GitHub makes it. */
  readonly anchor: string;
}

export interface CodeBlock {
  /** What stands behind the opening fence, e.g. `sh`. */
  readonly language: string;
  readonly code: string;
  /** The heading that it stands under, the nearest. */
  readonly under: string;
}

const fence = /^ *```(.*)$/;
const codeSpan = /`([^`\n]+)`/g;

export function parseMarkdown(path: string, text: string): MarkdownDocument {
  const headings: Heading[] = [];
  const codeBlocks: CodeBlock[] = [];
  const outside: string[] = [];
  let block: { readonly language: string; readonly lines: string[] } | undefined;
  for (const line of text.split('\n')) {
    const fenced = fence.exec(line);
    if (block) {
      if (fenced) {
        codeBlocks.push({
          language: block.language,
          code: `${block.lines.join('\n')}\n`,
          under: headings.at(-1)?.text ?? '',
        });
        block = undefined;
      } else block.lines.push(line);
    } else if (fenced) block = { language: fenced[1] ?? '', lines: [] };
    else {
      const heading = /^(#+) (.+)$/.exec(line);
      if (heading) headings.push(toHeading(heading[1] ?? '', heading[2] ?? '', headings));
      outside.push(line);
    }
  }
  if (block) throw new Error(`${path}: a code block has no end`);
  const words = outside.join('\n');
  const prose = words.replaceAll(codeSpan, '');
  return {
    path,
    text,
    headings,
    codeBlocks,
    prose,
    codeSpans: [...words.matchAll(codeSpan)].map(([, code = '']) => code),
    links: [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
  };
}

function toHeading(marks: string, text: string, before: readonly Heading[]): Heading {
  const slug = toSlug(text);
  const same = before.filter((heading) => toSlug(heading.text) === slug).length;
  return { level: marks.length, text, anchor: same === 0 ? slug : `${slug}-${same}` };
}

function toSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}
