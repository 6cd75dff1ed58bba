/** How long to poll for what happens elsewhere: a busy machine takes seconds to start a worker. */
export const patient = { timeout: 15_000, interval: 20 };
