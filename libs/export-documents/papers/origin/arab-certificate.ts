import { z } from 'zod';
import { kilograms } from '../../trade/figures.js';
import { box, marks } from '../boxes.js';
import * as checks from '../checks.js';
import { consignee, described, invoiceReference, packing, seller, transport } from '../contract.js';
import { paper, type Issue } from '../paper.js';
import { problem, type Problem } from '../problems.js';
import { line, type Line, type Sheet } from '../sheet.js';

const contract = z.object({
  invoice: invoiceReference,
  seller,
  consignee,
  lines: z.array(described.extend({ hsCode: z.string(), grossWeightGrams: z.number().int().min(0), makerName: z.string() })).min(1, 'there are no lines'),
  packing,
  transport: transport.pick({ way: true, from: true, to: true }),
});
export type ArabCertificate = z.infer<typeof contract>;

const BOXES = { seller: 'المصدّر', consignee: 'المستورد', transport: 'وسيلة النقل', lines: 'وصف البضاعة', packing: 'الطرود', invoice: 'الفاتورة' } as const;

/**
 * What the certificate of origin of the Arab free trade area says, in Arabic, printed, no box left empty and a line under the
 * last description (aci.org.jo, circular 5110, read 2026-11-24). The numbered form is the chamber's: this is the draft it is
 * typed from, never the certificate. Wholly obtained, or 40 % of local value: general knowledge of the same day.
 */
export const arabCertificate = paper<ArabCertificate>({
  kind: 'arab_certificate',
  series: 'AC',
  title: { en: 'Arab certificate of origin, draft', fr: 'Certificat d’origine arabe, projet', ar: 'شهادة المنشأ العربية، مسودة' },
  contract,
  boxes: BOXES,
  languages: () => ['ar'],
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, seller: t.seller, consignee: t.consignee, lines: t.lines, packing: t.packing, transport: t.transport }),
  check,
  lay,
});

const ARABIC = /\p{Script=Arabic}{2,}/u;

function check(d: ArabCertificate): Problem[] {
  return [
    ...checks.country(d.consignee),
    ...checks.codes(d.lines),
    ...(d.seller.nameArabic !== null && ARABIC.test(d.seller.nameArabic) ? [] : [problem('ARABIC_NAME_MISSING', BOXES.seller)]),
    ...d.lines.filter((l) => !ARABIC.test(l.title.ar)).map((l) => problem('ARABIC_DESCRIPTION_MISSING', BOXES.lines, { line: l.number })),
    ...d.lines.filter((l) => !whollyObtained(l)).map((l) => problem('LOCAL_VALUE_NOT_SHOWN', 'معيار المنشأ', { line: l.number })),
  ];
}

function whollyObtained(l: ArabCertificate['lines'][number]): boolean {
  return l.materials.length > 0 && l.materials.every((m) => m.originCountry === 'MA');
}

const COUNTRIES = new Intl.DisplayNames(['ar'], { type: 'region', fallback: 'code' });
const WAYS = { undecided: 'لم تُحدَّد بعد', post: 'البريد', express: 'نقل سريع', air: 'شحن جوي', road: 'نقل بري', sea: 'شحن بحري' } as const;
/** The months as Morocco names them. */
const MONTHS = ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'];

export function arabicDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}

/** A line of this sheet: Arabic as it runs, Latin from its own left. */
function said(text: string, style?: Line['style']): Line {
  const it = line(text, style);
  return it.rtl ? it : { ...it, ltr: true };
}

const sayAll = (texts: readonly (string | null | undefined)[], style?: Line['style']): Line[] => texts.filter((text): text is string => Boolean(text)).map((text) => said(text, style));

/** A label that stands alone in Arabic. */
const only = (ar: string): { en: ''; ar: string } => ({ en: '', ar });

function lay(d: ArabCertificate, issue: Issue): Sheet {
  const c = d.consignee;
  const country = COUNTRIES.of(c.country) ?? c.country;
  return {
    title: arabCertificate.title,
    ...issue,
    rtl: true,
    draft: true,
    issuer: d.seller.name,
    foot: 'مسودة: ليست شهادة منشأ',
    boxes: [
      box(only('المصدّر وعنوانه الكامل'), 2, [...sayAll([d.seller.nameArabic], 'strong'), ...sayAll([d.seller.name, ...d.seller.address, d.seller.city]), said('المملكة المغربية')], 2),
      box(only('رقم المسودة'), 1, [said(issue.number, 'strong')]),
      box(only('التاريخ'), 1, [said(arabicDay(issue.issuedOn))]),
      box(only('رقم الشهادة (تمنحه الجهة المُصدِرة)'), 2, [said('—')]),
      box(only('المستورد وعنوانه الكامل'), 2, [said(c.name, 'strong'), ...sayAll([c.line1, c.line2, c.city, country])], 2),
      box(only('بلد المنشأ'), 1, [said('المملكة المغربية', 'strong')]),
      box(only('بلد الاستيراد'), 1, [said(country, 'strong')]),
      box(only('وسيلة النقل'), 1, [said(WAYS[d.transport.way]), ...sayAll([[d.transport.from, d.transport.to].filter(Boolean).join(' - ')], 'small')]),
      box(only('رقم الفاتورة وتاريخها'), 1, [said(d.invoice.number), said(arabicDay(d.invoice.issuedOn))]),
      box(only('العلامات والأرقام'), 2, [said(marks(d.invoice.number, d.packing.packages))]),
      box(only('عدد الطرود'), 1, [said(d.packing.packages === null ? 'لم تُغلَّف بعد' : String(d.packing.packages))]),
      box(only('الوزن الإجمالي القائم'), 1, [said(`${kilograms(d.packing.grossWeightGrams)} كلغ`)]),
      box(only('ملاحظات'), 4, [said('—')]),
    ],
    table: {
      columns: [
        { label: only('الرقم'), width: 12 },
        { label: only('وصف البضاعة'), width: 0 },
        { label: only('البند الجمركي'), width: 22 },
        { label: only('المنتج'), width: 34 },
        { label: only('العدد'), width: 14 },
        { label: only('الوزن القائم كلغ'), width: 22 },
        { label: only('معيار المنشأ'), width: 34 },
      ],
      rows: d.lines.map((l) => [
        [said(String(l.number))],
        [said(l.title.ar, 'strong')],
        [said(l.hsCode)],
        [said(l.makerName)],
        [said(String(l.quantity))],
        [said(kilograms(l.grossWeightGrams))],
        [said(whollyObtained(l) ? 'متحصل عليها بالكامل' : 'قيمة مضافة محلية لا تقل عن 40 %')],
      ]),
    },
    totals: [],
    statements: [
      { label: only('تصريح المصدّر'), lines: [said('نصرح بأن البيانات الواردة أعلاه صحيحة، وأن البضائع المبينة فيها من منشأ مغربي وفق أحكام اتفاقية تيسير وتنمية التبادل التجاري بين الدول العربية.')] },
      { lines: [said('لا تُترك خانة فارغة، ويُسطَّر خط أفقي تحت آخر سطر من الوصف. تصادق الجهة المختصة على النموذج الرسمي المرقّم.')] },
    ],
    signature: { place: sayAll([arabicDay(issue.issuedOn)]), name: sayAll([d.seller.nameArabic, d.seller.signatory]) },
  };
}
