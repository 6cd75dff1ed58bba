/**
 * Puts this thread's `Date` on the local clock: `new Date()`, `Date()` and `Date.now()` add the shared
 * offset, everything else is the built-in. `instanceof Date` holds for dates made before and after.
 *
 * Must run before the function's bundle loads, as libraries keep `Date.now` in variables of their own.
 * Timers and `performance.now()` measure durations and keep real time.
 */
export function installLocalDate(sharedOffset: Float64Array<SharedArrayBuffer>): void {
  const BuiltinDate = Date;
  const realNow = BuiltinDate.now.bind(BuiltinDate);
  const localNow = () => realNow() + (sharedOffset[0] ?? 0);
  BuiltinDate.now = localNow;

  const LocalDate: DateConstructor = new Proxy(BuiltinDate, {
    construct: (target, given: unknown[], newTarget) => {
      const own = given.length === 0 ? [localNow()] : given;
      return Reflect.construct(target, own, newTarget === LocalDate ? target : newTarget) as object;
    },
    apply: () => new BuiltinDate(localNow()).toString(),
  });
  // So that `date.constructor === Date` stays true.
  BuiltinDate.prototype.constructor = LocalDate;
  globalThis.Date = LocalDate;
}
