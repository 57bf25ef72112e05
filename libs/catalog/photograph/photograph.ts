/** What a photograph may be. Phones make 12 to 50 megapixels; forty is where one decoded picture costs 160 MB. */
export const LIMITS = { bytes: 15 * 1024 * 1024, pixels: 40_000_000, side: 12_000, leastSide: 200, perProduct: 12 };

/** The longest side of the original that is kept: enough for a full page of a printed line sheet. */
export const KEPT_SIDE = 4096;

export const WIDTHS = [320, 640, 960] as const;
export const FORMATS = ['webp', 'avif'] as const;

export type PhotographState = 'received' | 'ready';

export interface Photograph {
  readonly id: string;
  readonly productId: string;
  readonly position: number;
  readonly state: PhotographState;
  readonly width: number;
  readonly height: number;
  /** Average colour, `#aabbcc`: what shows while the picture loads. */
  readonly colour: string | null;
}

/** Where a rendition lies. The id never shows other bytes, so caches may keep it for good. */
export function renditionKey(id: string, file: string): string {
  return `photographs/${id}/${file}`;
}

/** The name of a rendition as addresses write it, `640.webp`, or null for any other name. */
export function renditionFile(file: string): { width: number; format: 'webp' | 'avif' } | null {
  const match = /^(320|640|960)\.(webp|avif)$/.exec(file);
  return match ? { width: Number(match[1]), format: match[2] as 'webp' | 'avif' } : null;
}

/** The kept original: named by its content, so two uploads that race under one id never overwrite each other. */
export function originalKey(id: string, sha256: string): string {
  return `photographs/${id}/original-${sha256.slice(0, 16)}.jpg`;
}
