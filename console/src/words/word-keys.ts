import type en from './en.json';

/** Every text of the console by where it stands in `en.json`, e.g. `overview.title`. */
export type WordKey = Leaves<typeof en>;

type Leaves<Node, Path extends string = ''> = {
  [Name in keyof Node & string]: Node[Name] extends string ? `${Path}${Name}` : Leaves<Node[Name], `${Path}${Name}.`>;
}[keyof Node & string];

/** What stands in the braces of a text. */
export type WordValues = Readonly<Record<string, string | number | Date | undefined>>;
