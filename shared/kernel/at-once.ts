/** What `work` makes of each value, in their order, so many at once. The first failure ends it. */
export async function mapAtOnce<Value, Result>(
  values: readonly Value[],
  most: number,
  work: (value: Value) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = values.entries();
  const worker = async (): Promise<void> => {
    // One iterator for all of them: each takes what comes next.
    for (const [index, value] of rest) results[index] = await work(value);
  };
  await Promise.all(Array.from({ length: Math.min(most, values.length) }, worker));
  return results;
}
