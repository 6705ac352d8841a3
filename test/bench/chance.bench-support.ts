/** Seeded chance: the same seed gives the same numbers on every machine. splitmix32 by Steele, Lea and Flood, 2014. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** Uniform, 0 to 1, never 1. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let mixed = this.#state ^ (this.#state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  }

  /** A whole number, 0 to `limit - 1`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** The place of a share drawn by its weight; the shares add up to 1. */
  pick(shares: readonly number[]): number {
    let left = this.next();
    for (const [place, share] of shares.entries()) {
      left -= share;
      if (left < 0) return place;
    }
    return shares.length - 1;
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(1 - this.next());
  }

  /** Standard normal, by Box and Muller. */
  normal(): number {
    return Math.sqrt(2 * this.exponential()) * Math.cos(2 * Math.PI * this.next());
  }

  /** Lognormal of a mean and a coefficient of variation. */
  lognormal(mean: number, variation: number): number {
    const variance = Math.log(1 + variation * variation);
    return mean * Math.exp(Math.sqrt(variance) * this.normal() - variance / 2);
  }
}
