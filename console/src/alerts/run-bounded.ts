/**
 * Works through items in their order, a few at a time, so that neither the browser nor the API is flooded.
 *
 * @param next the item to begin with now; nothing when none is left. Asked each time, since a person may stop it.
 * @param work never throws: what fails is an outcome like any other.
 */
export async function runBounded<Item>(
  most: number,
  next: () => Item | undefined,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const lane = async (): Promise<void> => {
    for (let item = next(); item !== undefined; item = next()) await work(item);
  };
  await Promise.all(Array.from({ length: most }, lane));
}
