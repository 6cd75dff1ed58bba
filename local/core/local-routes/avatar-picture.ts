import { createHash } from 'node:crypto';

const size = 96;

/**
 * A buyer's picture as a marketplace would have one: drawn of the name of its file, always the same for it. Five kinds of
 * colours and shapes are enough for two buyers to be told apart.
 *
 * @returns SVG, of numbers and our own names alone.
 */
export function avatarPicture(name: string): string {
  const bytes = createHash('sha256').update(name).digest();
  const byte = (index: number): number => bytes[index] ?? 0;
  const hue = Math.round((byte(0) / 256) * 360);
  const other = (hue + 40 + (byte(1) % 90)) % 360;
  const shapes = [0, 1, 2].map((index) => {
    const [x, y, r] = [byte(2 + index) % size, byte(6 + index) % size, 14 + (byte(10 + index) % 26)];
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${(other + index * 24) % 360} 70% ${62 + index * 8}%)" opacity="0.75"/>`;
  });
  const [skin, hair] = [
    `hsl(${24 + (byte(14) % 14)} 45% ${38 + (byte(15) % 42)}%)`,
    `hsl(${byte(16)} 30% ${14 + (byte(17) % 38)}%)`,
  ];
  const person =
    `<ellipse cx="48" cy="98" rx="34" ry="30" fill="hsl(${other} 45% 34%)"/>` +
    `<circle cx="48" cy="44" r="${21 + (byte(18) % 4)}" fill="${hair}"/>` +
    `<ellipse cx="48" cy="${48 + (byte(19) % 3)}" rx="16" ry="19" fill="${skin}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">` +
    `<rect width="${size}" height="${size}" fill="hsl(${hue} 55% 80%)"/>${shapes.join('')}${person}</svg>`
  );
}
