/** Where a page was left, by the key of its entry in the history. The oldest are forgotten. */
export type Places = ReadonlyMap<string, number>;

const most = 50;

export function withPlace(places: Places, key: string, top: number): Places {
  const others = [...places].filter(([one]) => one !== key);
  return new Map([...others, [key, top] as const].slice(-most));
}

/** Back and forward lead to where one was; any other way to the top, unless only the address's search has changed. */
export function placeAfter(change: {
  readonly isBackOrForward: boolean;
  readonly isOtherPage: boolean;
  readonly left: number | undefined;
}): number | undefined {
  if (change.isBackOrForward) return change.left ?? 0;
  return change.isOtherPage ? 0 : undefined;
}
