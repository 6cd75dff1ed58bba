import { timeZoneNames } from './words/time-zones.ts';

const byLowerCase = new Map(timeZoneNames.map((name) => [name.toLowerCase(), name]));

/** A name as the IANA database spells it, `Africa/Cairo` for `africa/cairo`; names do not differ by case alone. `undefined` for any that is not there. */
export function timeZoneNamed(name: string): string | undefined {
  return byLowerCase.get(name.toLowerCase());
}
