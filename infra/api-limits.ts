/** Of functions behind an HTTP API: below API Gateway's 30 s, above the longest that the tries at a contended write take. */
export const apiLimits = { timeoutSeconds: 28, memoryMegabytes: 512 } as const;
