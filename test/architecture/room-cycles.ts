import type { SourceFile } from './source-file.ts';

/** Rooms that import each other, directly or round a corner; each group by name, with the imports that tie it. */
export interface RoomCycle {
  readonly rooms: readonly string[];
  readonly imports: readonly string[];
}

/** The room of a file of `shared/`: its first folder. */
function roomOf(path: string): string | undefined {
  return /^shared\/([a-z-]+)\//.exec(path)?.[1];
}

/** Every room of `shared/`, by name. */
export function roomsOf(files: readonly SourceFile[]): readonly string[] {
  return [...new Set(files.flatMap(({ path }) => roomOf(path) ?? []))].toSorted();
}

/** Groups of rooms from each of which every other can be reached (strongly connected components of more than one). */
export function roomCycles(files: readonly SourceFile[]): readonly RoomCycle[] {
  const edges = new Map<string, Map<string, string[]>>();
  for (const { path, imports } of files) {
    const from = roomOf(path);
    if (from === undefined) continue;
    const targets = edges.get(from) ?? new Map<string, string[]>();
    edges.set(from, targets);
    for (const { target, isOurs } of imports) {
      const to = isOurs ? roomOf(target) : undefined;
      if (to !== undefined && to !== from) targets.set(to, [...(targets.get(to) ?? []), `${path} imports ${target}`]);
    }
  }
  const reach = new Map([...edges.keys()].map((room) => [room, reachableFrom(room, edges)]));
  const tied = (one: string, other: string): boolean =>
    Boolean(reach.get(one)?.has(other)) && Boolean(reach.get(other)?.has(one));
  const seen = new Set<string>();
  return [...edges.keys()].flatMap((room) => {
    const rooms = [...edges.keys()].filter((other) => tied(room, other)).toSorted();
    if (rooms.length === 0 || seen.has(rooms[0] ?? '')) return [];
    seen.add(rooms[0] ?? '');
    const imports = rooms.flatMap((from) => rooms.flatMap((to) => edges.get(from)?.get(to) ?? []));
    return [{ rooms, imports }];
  });
}

function reachableFrom(room: string, edges: ReadonlyMap<string, ReadonlyMap<string, unknown>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [room];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of edges.get(next)?.keys() ?? []) {
      if (reached.has(target)) continue;
      reached.add(target);
      open.push(target);
    }
  }
  return reached;
}
