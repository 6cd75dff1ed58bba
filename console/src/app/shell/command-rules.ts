/** Something that the palette can do. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** What it belongs to. */
  readonly group: string;
  /** Where it also has keys. */
  readonly keys?: string;
  readonly run: () => void;
}

/** Commands by their groups, in the order in which each group comes first. */
export function grouped(commands: readonly Command[]): readonly (readonly [string, readonly Command[]])[] {
  return [...Map.groupBy(commands, ({ group }) => group)];
}

/** The buyers that were met last, the newest first. */
export function newest<Buyer>(known: ReadonlyMap<string, Buyer>, most: number): readonly Buyer[] {
  return [...known.values()].slice(-most).toReversed();
}
