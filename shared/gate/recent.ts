/**
 * The newest of many, by name: at least `most` of them, at most twice as many. In two halves, the older of which is dropped as a
 * whole: a map from which the oldest is deleted one by one has to step over all that were deleted before.
 */
export interface Recent<Value> {
  get(name: string): Value | undefined;
  set(name: string, value: Value): void;
  delete(name: string): void;
}

export function createRecent<Value>(most: number): Recent<Value> {
  let newer = new Map<string, Value>();
  let older = new Map<string, Value>();
  return {
    get: (name) => newer.get(name) ?? older.get(name),
    set(name, value) {
      newer.set(name, value);
      if (newer.size < most) return;
      older = newer;
      newer = new Map();
    },
    delete(name) {
      newer.delete(name);
      older.delete(name);
    },
  };
}
