type Settings = Record<string, unknown>;

/** Settings over others: groups are merged, all else is replaced, and what is undefined says nothing. */
export function merge(...layers: readonly Readonly<Settings>[]): Settings {
  const merged: Settings = {};
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer)) {
      if (value === undefined) continue;
      const before = merged[name];
      merged[name] = isGroup(before) && isGroup(value) ? merge(before, value) : value;
    }
  }
  return merged;
}

function isGroup(value: unknown): value is Readonly<Settings> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
