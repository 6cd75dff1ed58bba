/**
 * How long to poll for what happens elsewhere, within one process or between its own: only what hangs is given up. A busy
 * machine takes seconds to start a worker.
 */
export const patient = { timeout: 90_000, interval: 20 };

/**
 * How long to poll a started product. Where a machine is too busy for a consumer's time limit, its message comes again after
 * three minutes: that is how it should be, and no failure of a test.
 */
export const patientWithProduct = { timeout: 480_000, interval: 100 };
