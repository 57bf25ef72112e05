import { countryName, kilograms, longDay } from '../../trade/figures.js';
import { marks } from '../boxes.js';
import type { Issue } from '../paper.js';
import { line as said, lines as sayAll, type Line, type Overlay, type Sheet } from '../sheet.js';
import { remarks, transportOf, type MovementForm } from './movement.js';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where the boxes of the movement certificate are: millimetres from the form's upper left corner. The form is 210 by 297 mm,
 * with 5 mm less or 8 mm more in length allowed, green, guilloched and numbered (Protocol 4, annex IIIa). Its boxes are not
 * measured in any public text: these places are taken from the proportions of the annex's specimen and are an assumption of
 * 2026-11-24. Print once on plain paper, lay it on the form, and set the shift in the exporter's details.
 */
export const FORM_BOXES = {
  1: { x: 24, y: 26, width: 78, height: 27 },
  2: { x: 108, y: 48, width: 80, height: 22 },
  3: { x: 24, y: 62, width: 78, height: 26 },
  4: { x: 108, y: 78, width: 38, height: 10 },
  5: { x: 150, y: 78, width: 38, height: 10 },
  6: { x: 24, y: 98, width: 78, height: 14 },
  7: { x: 108, y: 98, width: 80, height: 14 },
  8: { x: 24, y: 124, width: 112, height: 84 },
  9: { x: 140, y: 124, width: 22, height: 84 },
  10: { x: 165, y: 124, width: 24, height: 84 },
  12: { x: 124, y: 252, width: 64, height: 10 },
} as const satisfies Readonly<Record<number, Place>>;

/** The longest text each box takes; more is refused rather than printed over a neighbour. */
const ITEM_LINES = 18;

export function overlayOf(d: MovementForm, issue: Issue, kind: 'EUR.1' | 'EUR-MED'): Overlay {
  const put = (place: Place, lines: readonly Line[], more: { end?: true; ruledOff?: true } = {}): Overlay['fields'][number] => ({ ...place, lines, ...more });
  const items = d.lines.flatMap((l) => [said(`${l.number}. ${l.title.en || l.title.fr}`), said(`HS ${l.hsCode}, ${l.quantity} pc`, 'small')]);
  const c = d.consignee;
  return {
    widthMm: 210,
    heightMm: 297,
    shiftXMm: d.shift.x,
    shiftYMm: d.shift.y,
    fields: [
      put(FORM_BOXES[1], sayAll([d.seller.name, ...d.seller.address, [d.seller.city, 'MOROCCO'].filter(Boolean).join(', ')])),
      put(FORM_BOXES[2], [said('MOROCCO'), said(`and ${d.agreement}`)]),
      put(FORM_BOXES[3], sayAll([c.name, c.line1, c.line2, [c.postalCode, c.city].filter(Boolean).join(' '), countryName(c.country)])),
      put(FORM_BOXES[4], [said('MOROCCO')]),
      put(FORM_BOXES[5], [said(countryName(c.country))]),
      put(FORM_BOXES[6], sayAll([transportOf(d)])),
      put(FORM_BOXES[7], sayAll(remarks(d, kind))),
      put(FORM_BOXES[8], [said(`${marks(d.invoice.number, d.packing.packages)}; ${d.packing.packages ?? '–'} packages`, 'small'), ...items], { ruledOff: true }),
      put(FORM_BOXES[9], [said(`${kilograms(d.packing.grossWeightGrams)} kg`)], { end: true }),
      put(FORM_BOXES[10], [said(d.invoice.number), said(longDay(d.invoice.issuedOn), 'small')]),
      put(FORM_BOXES[12], [said([d.seller.city || 'Morocco', longDay(issue.issuedOn)].join(', '))]),
    ],
  };
}

/** Items that fit into box 8 without running over its end. */
export function itemsFit(d: MovementForm): boolean {
  const rows = d.lines.reduce((sum, l) => sum + 1 + Math.ceil((l.title.en || l.title.fr).length / 58), 1);
  return rows <= ITEM_LINES * 1.5;
}

export function layForm(d: MovementForm, issue: Issue, title: Sheet['title'], kind: 'EUR.1' | 'EUR-MED'): Sheet {
  return { title, ...issue, issuer: d.seller.name, foot: '', boxes: [], totals: [], statements: [], overlay: overlayOf(d, issue, kind) };
}
