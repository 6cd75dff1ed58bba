/** Class names in one text; what is left out by a condition is not in it. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
