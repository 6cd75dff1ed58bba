/**
 * The highest revision that the marketplace can give: whatever it counts in, also microseconds since 1970 until the year 2100. A
 * higher one is a mistake, such as an overflow, and would outrank all that come after it, for ever.
 */
export const highestRevision = Date.parse('2100-01-01T00:00:00Z') * 1000;
