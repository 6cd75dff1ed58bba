/** The same sequence from 0 to 1 in every run (a linear congruence, of Numerical Recipes). */
export function pseudoRandom(): () => number {
  let state = 20_261_122;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
