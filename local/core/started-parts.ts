/** Parts that were started and have to be ended, the last one first. */
export interface StartedParts {
  /** Remembers how to end a part, and hands it back. */
  add<Part extends { close(): unknown }>(part: Part): Part;
  /** Ends all, also when one fails to; the first failure is thrown at the end. */
  close(): Promise<void>;
}

export function createStartedParts(): StartedParts {
  const parts: { close(): unknown }[] = [];
  return {
    add(part) {
      parts.push(part);
      return part;
    },
    async close() {
      const failures: unknown[] = [];
      for (let part = parts.pop(); part; part = parts.pop()) {
        try {
          await part.close();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
