import { apportion } from '#libs/kernel';

/** One line of an order, as far as its makers are concerned. */
export interface OrderedLine {
  readonly number: number;
  readonly artisanId: string;
  readonly quantity: number;
  readonly makerMadMinor: number;
}

export interface Made {
  readonly line: number;
  readonly artisanId: string;
  readonly quantity: number;
}

export interface MakersPart {
  readonly artisanId: string;
  readonly pieces: number;
  readonly makerMadMinor: number;
}

/**
 * What each maker is counted with. A line that a cluster shared out belongs to those who made it, in the measure of what they
 * made; what nobody is known to have made stays with the maker of the listing. Nothing is lost or doubled.
 */
export function makersOf(lines: readonly OrderedLine[], made: readonly Made[]): MakersPart[] {
  const parts = new Map<string, MakersPart>();
  const add = (artisanId: string, pieces: number, makerMadMinor: number): void => {
    const known = parts.get(artisanId);
    parts.set(artisanId, { artisanId, pieces: (known?.pieces ?? 0) + pieces, makerMadMinor: (known?.makerMadMinor ?? 0) + makerMadMinor });
  };
  for (const line of lines) {
    const makers = made.filter((one) => one.line === line.number);
    const left = line.quantity - makers.reduce((sum, one) => sum + one.quantity, 0);
    const hands = left > 0 ? [...makers, { line: line.number, artisanId: line.artisanId, quantity: left }] : makers;
    const shares = apportion(line.makerMadMinor, hands.map((one) => one.quantity));
    hands.forEach((one, i) => add(one.artisanId, one.quantity, shares[i]!));
  }
  return [...parts.values()];
}
