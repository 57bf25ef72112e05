/** What the house can show of an order when its payment is disputed, in the order a bank reads it. */
export const CASE_ITEMS = ['pro_forma', 'export_file', 'tracking', 'delivery', 'passports', 'complaints'] as const;
export type CaseItemKind = (typeof CASE_ITEMS)[number];

export interface CaseItem {
  readonly kind: CaseItemKind;
  readonly present: boolean;
  /** Numbers and days; empty when there is nothing. */
  readonly note: string;
}

interface Step {
  readonly verb: string;
  readonly state: string;
  readonly at: Date;
  readonly by: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** Of an order, what its case is made from. */
export interface CaseFacts {
  readonly number: string;
  readonly exporter: string;
  readonly timeline: readonly Step[];
  /** Of the papers that are ready. */
  readonly papers: readonly { readonly kind: string; readonly number: string }[];
  readonly passports: readonly string[];
  readonly complaints: readonly ComplaintTold[];
}

export interface ComplaintTold {
  readonly line: number;
  readonly title: string;
  readonly quantity: number;
  readonly kind: string;
  readonly state: string;
  readonly creditNote: string | null;
  readonly steps: readonly { readonly verb: string; readonly side: string; readonly at: string; readonly words: string | null }[];
  readonly photographs: number;
}

export function caseItems(facts: CaseFacts): CaseItem[] {
  const step = (verb: string): Step | undefined => facts.timeline.find((one) => one.verb === verb);
  const [dispatch, deliver] = [step('dispatch'), step('deliver')];
  const files = facts.papers.filter((paper) => paper.kind !== 'pro_forma').map((paper) => paper.number);
  const notes: Readonly<Record<CaseItemKind, string>> = {
    pro_forma: facts.number,
    export_file: files.join(', '),
    tracking: dispatch ? `${dispatch.detail['carrier'] ?? ''} ${dispatch.detail['trackingNumber'] ?? ''}`.trim() : '',
    delivery: deliver ? (deliver.detail['deliveredOn'] ?? deliver.at.toISOString().slice(0, 10)) : '',
    passports: facts.passports.join(', '),
    complaints: facts.complaints.map(({ line, state, creditNote }) => `${line}: ${state}${creditNote === null ? '' : ` (${creditNote})`}`).join(', '),
  };
  return CASE_ITEMS.map((kind) => ({ kind, present: notes[kind] !== '', note: notes[kind] }));
}

const TITLES: Readonly<Record<CaseItemKind, string>> = {
  pro_forma: 'Pro forma invoice, the offer the buyer accepted',
  export_file: 'Export file: invoice, packing list, declarations',
  tracking: 'Carrier and tracking number',
  delivery: 'Delivered on',
  passports: 'Passports of the certified pieces, signed',
  complaints: 'Complaints of the buyer, and what came of them',
};

/** The first page: what is here, and what is not. English, which the card networks read. */
export function caseIndex(facts: CaseFacts, items: readonly CaseItem[], day: string): string {
  const lines = items.map(({ kind, present, note }) => `[${present ? 'x' : ' '}] ${TITLES[kind]}${present ? `: ${note}` : ': none'}`);
  return [`Order ${facts.number}, sold by ${facts.exporter} through Dar Sanaa`, `Drawn up on ${day}`, '', ...lines, ''].join('\n');
}

/** The order's own history, which is only ever added to: proof of dispatch and delivery among it. */
export function caseRoad({ number, timeline }: CaseFacts): string {
  const told = timeline.map(({ at, verb, state, by, detail }) => [`${at.toISOString()}  ${verb} -> ${state}  (${by})`, ...Object.entries(detail).map(([name, value]) => `    ${name}: ${value}`)].join('\n'));
  return [`History of order ${number}`, '', ...told, ''].join('\n');
}

export function complaintText({ line, title, quantity, kind, state, creditNote, steps, photographs }: ComplaintTold): string {
  const said = steps.map(({ at, side, verb, words }) => [`${at}  ${side}: ${verb}`, ...(words === null ? [] : words.split('\n').map((row) => `    ${row}`))].join('\n'));
  return [`Line ${line}: ${quantity} x ${title}`, `Complaint: ${kind}. Now: ${state}${creditNote === null ? '' : `, credit note ${creditNote}`}. Photographs: ${photographs}.`, '', ...said, ''].join('\n');
}
