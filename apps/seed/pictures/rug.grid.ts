/** Dyed and undyed wools of the Middle Atlas, as they look in daylight. */
export const wools = {
  ivory: '#f1e8d4', bone: '#e0d3b8', charcoal: '#2f2723', brown: '#5b4031', walnut: '#7a5236', madder: '#9c2f26', rose: '#c2577a',
  saffron: '#dd9a2b', indigo: '#27386b', sky: '#6b93b5', mint: '#7fa587', henna: '#b8562c', plum: '#5c2a48', coral: '#d5705a',
} as const;
export type Wool = keyof typeof wools;

/** A cartoon for the loom: one wool per knot. */
export class KnotGrid {
  readonly knots: Wool[];

  constructor(readonly width: number, readonly height: number, ground: Wool) {
    this.knots = new Array<Wool>(width * height).fill(ground);
  }

  at(x: number, y: number): Wool {
    const i = Math.min(Math.max(x, 0), this.width - 1);
    const j = Math.min(Math.max(y, 0), this.height - 1);
    return this.knots[j * this.width + i]!;
  }

  put(x: number, y: number, wool: Wool): void {
    const i = Math.round(x);
    const j = Math.round(y);
    if (i >= 0 && j >= 0 && i < this.width && j < this.height) this.knots[j * this.width + i] = wool;
  }

  line(x0: number, y0: number, x1: number, y1: number, wool: Wool, thickness = 1): void {
    const steps = Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
    for (let s = 0; s <= steps; s++) {
      const t = steps ? s / steps : 0;
      for (let k = 0; k < thickness; k++) this.put(x0 + (x1 - x0) * t + k, y0 + (y1 - y0) * t, wool);
    }
  }

  diamond(cx: number, cy: number, rx: number, ry: number, wool: Wool, { filled = false, thickness = 1 } = {}): void {
    for (let y = -ry; y <= ry; y++) {
      const edge = Math.round(rx * (1 - Math.abs(y) / ry));
      for (let x = -edge; x <= edge; x++) {
        if (filled || Math.abs(x) > edge - thickness) this.put(cx + x, cy + y, wool);
      }
    }
  }

  /** Slides the whole cartoon down, for when the last row left a bare strip at the foot. */
  lower(rows: number, ground: Wool): void {
    this.knots.splice(this.knots.length - rows * this.width);
    this.knots.unshift(...new Array<Wool>(rows * this.width).fill(ground));
  }

  zigzag(y: number, period: number, wool: Wool, thickness = 2): void {
    for (let x = 0; x < this.width; x++) {
      for (let k = 0; k < thickness; k++) this.put(x, y + Math.abs((x % period) - period / 2) + k, wool);
    }
  }
}
