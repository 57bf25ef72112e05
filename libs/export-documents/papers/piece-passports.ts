import { z } from 'zod';
import { longDay, regionName } from '../trade/figures.js';
import { qrCode } from './barcode.js';
import { box, composition, LABELS, numberBoxes } from './boxes.js';
import { described, evidence, foundValues, invoiceReference } from './contract.js';
import { paper, type Issue } from './paper.js';
import { line as said, lines as sayAll, type Box, type Sheet } from './sheet.js';

const certified = described.extend({ makerName: z.string(), originRegion: z.string(), unitIds: z.array(z.string()), evidence });
const contract = z.object({ invoice: invoiceReference, sellerName: z.string(), lines: z.array(certified).min(1, 'no piece has a certificate') });
export type PiecePassports = z.infer<typeof contract>;

/**
 * The passport of each certified piece: what it is, who made it, what was measured, and a code that opens the certificate's
 * public page, where the signed passport is (`npm run passport:verify` checks it without us).
 */
export const piecePassports = paper<PiecePassports>({
  kind: 'piece_passports',
  series: 'PP',
  title: { en: 'Passports of the pieces', fr: 'Passeports des pièces', ar: 'جوازات القطع' },
  contract,
  boxes: { lines: 'Pieces', invoice: 'Invoice' },
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, sellerName: t.seller.name, lines: t.lines.filter((l) => l.evidence !== null) }),
  check: () => [],
  lay,
});

function lay(d: PiecePassports, issue: Issue): Sheet {
  return {
    title: piecePassports.title,
    ...issue,
    issuer: d.sellerName,
    foot: d.invoice.number,
    boxes: [...numberBoxes(issue, { en: 'Sheet number', fr: 'N° de fiche' }), box({ en: 'Invoice', fr: 'Facture' }, 1, [said(d.invoice.number)]), box(LABELS.exporter, 1, [said(d.sellerName)]), ...d.lines.flatMap(passportOf)],
    totals: [],
    statements: [{ lines: [said('Scan the code, or type the address below it: the page says whether the certificate holds today. / Scannez le code ou tapez l’adresse : la page dit si le certificat est valable aujourd’hui.', 'small')] }],
  };
}

function passportOf(l: PiecePassports['lines'][number]): Box[] {
  const e = l.evidence;
  const serials = l.unitIds.length > 0 ? l.unitIds.join(', ') : `${l.quantity} pc`;
  return [
    { ...box({ en: `Line ${l.number}`, fr: `Ligne ${l.number}` }, 1, [said(e.number, 'strong')]), code: qrCode(e.page) },
    box({ en: 'Piece, maker, certificate', fr: 'Pièce, artisan, certificat' }, 3, [
      ...sayAll([l.title.en || l.title.fr], 'strong'),
      ...sayAll([l.title.ar]),
      said(`${l.makerName}, ${regionName(l.originRegion)}`),
      ...sayAll([composition(l)]),
      ...sayAll([foundValues(e).join(' · ')], 'small'),
      ...sayAll([e.label && `Sealed label ${e.label}`, e.grade && `grade ${e.grade.replaceAll('_', '-')}`], 'small'),
      said(`Certified ${longDay(e.validFrom)}, ${e.inspector}`, 'small'),
      said(`Serial: ${serials}`, 'small'),
      said(e.page, 'small'),
    ]),
  ];
}
