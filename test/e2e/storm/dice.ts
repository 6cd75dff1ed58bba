/** Random choices that a seed repeats. */
export interface Dice {
  /** In [0, 1). */
  roll(): number;
  /** A whole number from 0 to `below` - 1. */
  whole(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  shuffle<Item>(items: readonly Item[]): Item[];
}

export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  // Mulberry32: small, and even enough to choose events by.
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(roll() * below);
  return {
    roll,
    whole,
    pick: (items) => items[whole(items.length)] as (typeof items)[number],
    shuffle(items) {
      const shuffled = [...items];
      for (let index = shuffled.length - 1; index > 0; index--) {
        const other = whole(index + 1);
        const moved = shuffled[index] as (typeof shuffled)[number];
        shuffled[index] = shuffled[other] as (typeof shuffled)[number];
        shuffled[other] = moved;
      }
      return shuffled;
    },
  };
}
