import { subjectNames } from '../sections/section.ts';
import type { SubjectName } from '../sections/section.ts';
import type { Results } from './results.ts';

const colors: Readonly<Record<SubjectName, string>> = { floor: '#8a929c', gate: '#1d6fdc', stock: '#d9822b' };
const names: Readonly<Record<SubjectName, string>> = {
  floor: 'floor: one signed read',
  gate: 'gate, as deployed',
  stock: 'stock gate',
};
const [width, panelWidth, labelWidth, barHeight, top] = [960, 450, 80, 15, 84];

interface Bar {
  readonly subject: SubjectName;
  readonly value: number;
  /** A line from the bar's end to here, e.g. the 99th percentile. */
  readonly until?: number;
}
interface Panel {
  readonly title: string;
  readonly digits: number;
  readonly groups: readonly { readonly label: string; readonly bars: readonly Bar[] }[];
}

/** The run as a picture: bars that share a scale within each panel. */
export function toSvg(results: Results): string {
  const panels = panelsOf(results);
  const [left, right] = [panels.slice(0, 3), panels.slice(3)];
  const columns = [left, right].map((column, index) => drawColumn(column, 20 + index * (panelWidth + 20)));
  const height = Math.max(...columns.map(({ bottom }) => bottom)) + 16;
  const { node, processor, cores } = results.machine;
  const legend = subjectNames.map(
    (name, index) =>
      `<rect x="${20 + index * 190}" y="42" width="12" height="12" rx="2" fill="${colors[name]}"/>${text(38 + index * 190, 52, names[name])}`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="#1f2328">`,
    '<title>What a gate decision costs, beside one signed read and a stock gate</title>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(20, 26, 'What a gate decision costs', 'font-size="16" font-weight="600"'),
    text(
      width - 20,
      26,
      `one run, medians of ${results.rounds} rounds · Node.js ${node} · ${escape(processor)}, ${cores} cores`,
      'text-anchor="end" fill="#59636e"',
    ),
    ...legend,
    ...columns.flatMap(({ parts }) => parts),
    '</svg>',
    '',
  ].join('\n');
}

/** All scenarios stand in the tables; these few can share one scale. */
const plotted = (name: string): boolean => ['allow 1', 'allow 50', 'deny 1'].includes(name);

function panelsOf({ decisions: { scenarios }, coldStart, allocatedBytes }: Results): readonly Panel[] {
  const perScenario = (bar: (one: Figures) => Omit<Bar, 'subject'>, wanted: (name: string) => boolean) =>
    Object.entries(scenarios)
      .filter(([name]) => wanted(name))
      .map(([name, { subjects }]) => ({
        label: name,
        bars: subjectNames.flatMap((subject) => (subjects[subject] ? [{ subject, ...bar(subjects[subject]) }] : [])),
      }));
  const perSubject = (values: Readonly<Record<SubjectName, number>>, scale: number) => [
    { label: '', bars: subjectNames.map((subject) => ({ subject, value: values[subject] / scale })) },
  ];
  return [
    {
      title: 'CPU of one decision, µs',
      digits: 0,
      groups: perScenario(({ cpuMicroseconds }) => ({ value: cpuMicroseconds }), plotted),
    },
    { title: 'Bundle, KB', digits: 1, groups: perSubject(coldStart.bundleBytes, 1000) },
    { title: 'Allocated for one allowance, KB', digits: 1, groups: perSubject(allocatedBytes, 1000) },
    {
      title: 'Latency of one decision, ms: p50, and a line to p99',
      digits: 2,
      groups: perScenario(
        ({ p50Milliseconds, p99Milliseconds }) => ({ value: p50Milliseconds, until: p99Milliseconds }),
        plotted,
      ),
    },
    { title: 'Booted process to first read, ms', digits: 1, groups: perSubject(coldStart.milliseconds, 1) },
  ];
}

type Figures = Readonly<Record<'cpuMicroseconds' | 'p50Milliseconds' | 'p99Milliseconds', number>>;

function drawColumn(
  panels: readonly Panel[],
  x: number,
): { readonly parts: readonly string[]; readonly bottom: number } {
  let y = top;
  const parts: string[] = [];
  for (const { title, digits, groups } of panels) {
    parts.push(text(x, y, title, 'font-weight="600"'));
    y += 10;
    const most = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value, until = 0 }) => Math.max(value, until))));
    const scale = (panelWidth - labelWidth - 84) / most;
    for (const { label, bars } of groups) {
      parts.push(text(x, y + (bars.length * barHeight) / 2 + 4, label, 'fill="#59636e"'));
      for (const { subject, value, until } of bars) {
        const [from, end] = [x + labelWidth, x + labelWidth + value * scale];
        const tip = Math.max(end, from + (until ?? 0) * scale);
        const middle = y + barHeight / 2;
        parts.push(
          `<rect x="${from}" y="${y + 2}" width="${Math.max(1, end - from).toFixed(1)}" height="${barHeight - 4}" rx="2" fill="${colors[subject]}"/>`,
        );
        if (tip > end)
          parts.push(
            `<path d="M${end.toFixed(1)} ${middle}H${tip.toFixed(1)}m0 -4v8" stroke="${colors[subject]}" fill="none"/>`,
          );
        const numbers =
          until === undefined ? value.toFixed(digits) : `${value.toFixed(digits)} – ${until.toFixed(digits)}`;
        parts.push(text(tip + 6, y + barHeight - 4, numbers, 'font-size="11"'));
        y += barHeight;
      }
      y += 8;
    }
    y += 22;
  }
  return { parts, bottom: y - 22 };
}

function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${attributes === '' ? '' : ` ${attributes}`}>${content}</text>`;
}

const escape = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
