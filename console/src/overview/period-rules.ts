/** Over how many of the shop's days the overview counts, today among them. */
export const periods = [7, 30] as const;
export type Period = (typeof periods)[number];

/** @param text of the address: `?days=30`. What it does not offer is the first. */
export function periodOf(text: string | null): Period {
  return periods.find((days) => String(days) === text) ?? periods[0];
}
