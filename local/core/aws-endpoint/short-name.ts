/** A deployed name without the stage's prefix: `gate` of `ssc-local-gate`. A caller's name stays as it is. */
export function shortName(name: string): string {
  return name.replace(/^ssc-[a-z0-9]+-/, '');
}
