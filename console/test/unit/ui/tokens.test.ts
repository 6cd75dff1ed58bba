import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');

/** Of a token, the colour of the light theme and that of the dark one. */
function coloursOf(name: string): readonly string[] {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`--${name} is no pair of colours`);
  return [light, dark];
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

const surfaces = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const pairs = (texts: readonly string[], grounds: readonly string[]) =>
  texts.flatMap((text) => grounds.map((ground) => [text, ground] as const));

const texts = [
  ...pairs(['text', 'text-quiet', 'accent-text', 'danger-text', 'warn-text', 'good-text', 'mark'], surfaces),
  ...pairs(['text', 'accent-text'], ['accent-quiet']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['danger-text', 'danger-quiet'],
  ['warn-text', 'warn-quiet'],
  ['good-text', 'good-quiet'],
  // A tooltip is written in the surface's colour.
  ['surface', 'text'],
] as const;
const shapes = pairs(['line-strong', 'accent', 'danger', 'mark'], surfaces);

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the %s theme', (_theme, index) => {
  it.each(texts)('writes %s on %s with a contrast of 4.5 at least', (text, ground) => {
    expect(contrast(coloursOf(text)[index] ?? '', coloursOf(ground)[index] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('draws %s on %s with a contrast of 3 at least', (shape, ground) => {
    expect(contrast(coloursOf(shape)[index] ?? '', coloursOf(ground)[index] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

it('has five sizes of type, spaces on a grid of 4 px, and no motion over 150 ms', () => {
  expect(css.match(/--size-[a-z]+:/g)).toHaveLength(5);
  for (const [, pixels] of css.matchAll(/--space-\d+: (\d+)px/g)) expect(Number(pixels) % 4).toBe(0);
  for (const [, milliseconds] of css.matchAll(/--motion: (\d+)ms/g))
    expect(Number(milliseconds)).toBeLessThanOrEqual(150);
});
