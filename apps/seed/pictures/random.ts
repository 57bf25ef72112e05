/** A stream of numbers in [0, 1). Everything drawn here comes from one, so that a seed is a picture. */
export type Random = () => number;

/** Mulberry32: small, fast, and the same on every machine because it only uses 32-bit integers. */
export function random(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const between = (r: Random, low: number, high: number): number => low + (high - low) * r();

export const whole = (r: Random, low: number, high: number): number => low + Math.floor(r() * (high - low + 1));

export function pick<T>(r: Random, choices: readonly T[]): T {
  return choices[Math.floor(r() * choices.length)]!;
}

export function shuffled<T>(r: Random, items: readonly T[]): T[] {
  const deck = [...items];
  for (let i = deck.length - 1; i > 0; i--) {
    const j = Math.floor(r() * (i + 1));
    [deck[i], deck[j]] = [deck[j]!, deck[i]!];
  }
  return deck;
}
