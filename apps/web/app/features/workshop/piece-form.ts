import { figureIn } from '../../figures.js';
import type { PieceInput, PieceMaterialInput } from './piece-queries.js';

export const MATERIAL_ROWS = 4;

/** Centimetres and kilograms are what a maker measures in; the house keeps millimetres and grams. */
export function pieceInput(id: string, form: FormData): PieceInput {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const or = (name: string): string | null => text(name) || null;
  return {
    id,
    title: { en: or('titleEn'), fr: or('titleFr'), ar: or('titleAr') },
    story: { en: or('storyEn'), fr: or('storyFr'), ar: or('storyAr') },
    branch: or('branch'),
    hsCode: or('hsCode')?.normalize('NFKC').replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)).replace(/\D.*$/, '') ?? null,
    price: or('price'),
    netWeightGrams: scaled(text('netWeight'), 1000),
    grossWeightGrams: scaled(text('grossWeight'), 1000),
    lengthMm: scaled(text('length'), 10),
    widthMm: scaled(text('width'), 10),
    heightMm: scaled(text('height'), 10),
    unique: form.has('unique'),
    stock: form.has('unique') ? 1 : whole(text('stock')),
    leadTimeDays: whole(text('leadTimeDays')),
    foodContact: form.has('foodContact'),
    materials: materialsIn(form),
    operations: form.getAll('operation').map(String),
    workCost: or('workCost'),
  };
}

function scaled(typed: string, by: number): number | null {
  const number = figureIn(typed);
  return number === null ? null : Math.round(number * by);
}

function whole(typed: string): number {
  return figureIn(typed) ?? 0;
}

const FIGURES = ['netWeight', 'grossWeight', 'length', 'width', 'height', 'stock', 'leadTimeDays', ...Array.from({ length: MATERIAL_ROWS }, (_, row) => `percent-${row}`)];

/** The boxes with something that is no figure: read as nothing, it would take a measure back, or every piece off the shelf. */
export function unreadBoxes(form: FormData): string[] {
  return FIGURES.filter((name) => Number.isNaN(figureIn(String(form.get(name) ?? ''))));
}

function materialsIn(form: FormData): PieceMaterialInput[] {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  return Array.from({ length: MATERIAL_ROWS }, (_, row) => ({
    code: text(`material-${row}`),
    name: text(`materialName-${row}`) || null,
    percent: whole(text(`percent-${row}`)),
    originCountry: text(`origin-${row}`).toUpperCase() || 'MA',
    scientificName: text(`species-${row}`) || null,
    hsCode: text(`materialHs-${row}`) || null,
    cost: text(`materialCost-${row}`) || null,
    originProof: form.has(`materialProof-${row}`),
  })).filter(({ code }) => code !== '');
}

/** Grams as kilograms, millimetres as centimetres, for a box that is typed into. */
export function unscaled(value: number | null, by: number): string {
  return value === null ? '' : String(value / by);
}

/** Where in the form a field of the input was typed. */
export function pieceBox(field: string): string {
  const material = /^materials\.(\d+)(?:\.(\w+))?/.exec(field);
  if (material !== null) return `${MATERIAL_BOXES[material[2] ?? ''] ?? 'material'}-${material[1]}`;
  const text = /^(title|story)\.(en|fr|ar)$/.exec(field);
  if (text !== null) return `${text[1]}${text[2]?.[0]?.toUpperCase()}${text[2]?.[1]}`;
  return field === 'materials' ? 'material-0' : field === 'title' ? 'titleEn' : field.replace(/(Mm|Grams|Minor)$/, '');
}

const MATERIAL_BOXES: Readonly<Record<string, string>> = { percent: 'percent', originCountry: 'origin', name: 'materialName', scientificName: 'species', hsCode: 'materialHs', cost: 'materialCost' };
