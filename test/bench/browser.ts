import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Page } from 'playwright-core';
import { rugLine, trade } from '../../libs/export-documents/export-documents.fixtures.js';
import { commercialInvoice } from '../../libs/export-documents/papers/commercial-invoice.js';
import type { Sheet } from '../../libs/export-documents/papers/sheet.js';

/** The other way to make a PDF: the same invoice as a page, printed by headless Chromium. */
const require = createRequire(import.meta.url);
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export interface Speed {
  readonly perSecond: number;
  /** Processor milliseconds each. */
  readonly cpu: number;
}

export const megabytes = (): number => Math.round(process.memoryUsage().rss / 1_048_576);

export const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** A one-page invoice of four lines, to another buyer each time. */
export function invoiceSheet(i: number): Sheet {
  const number = `CI-2026-${String(i + 1).padStart(6, '0')}`;
  const t = trade({ consignee: { ...trade().consignee, name: `Buyer ${i}` }, lines: Array.from({ length: 4 }, (_, n) => rugLine({ number: n + 1 })) });
  return commercialInvoice.sheet(commercialInvoice.quote(t, { invoiceNumber: number, invoicedOn: '2026-11-24' }), { number, version: 1, issuedOn: '2026-11-24' });
}

/** Null on a machine without a browser. */
export async function chromiumSpeed(count: number): Promise<Speed | null> {
  const found = BROWSERS.find((path) => existsSync(path));
  return found ? browser(found, count) : null;
}

function html(s: Sheet): string {
  const lines = (list: readonly { text: string; rtl?: true }[]): string => list.map((l) => `<div${l.rtl ? ' dir="rtl"' : ''}>${l.text.replace(/[<&]/g, (c) => `&#${c.charCodeAt(0)};`)}</div>`).join('');
  const boxes = s.boxes.map((b) => `<div style="grid-column:span ${b.span};grid-row:span ${b.tall ?? 1};border:1px solid #888;padding:4px"><small>${b.label.en} / ${b.label.fr ?? ''}</small>${lines(b.lines)}</div>`).join('');
  const rows = s.table!.rows.map((r) => `<tr>${r.map((c) => `<td>${lines(c)}</td>`).join('')}</tr>`).join('');
  return `<h1>${s.title.en} ${s.number}</h1><h2 dir="rtl">${s.title.ar}</h2><div style="display:grid;grid-template-columns:repeat(4,1fr)">${boxes}</div><table>${rows}</table>${s.totals.map((t) => `<p>${t.label.en} ${t.value}</p>`).join('')}`;
}

/** The same fonts as ours, in the document: what is printed must not depend on the machine. */
const HEAD = ((): string => {
  const faces = [
    ['Readex', 'readex-pro/400Regular/ReadexPro_400Regular.ttf', 400],
    ['Readex', 'readex-pro/600SemiBold/ReadexPro_600SemiBold.ttf', 600],
    ['Amiri', 'amiri/400Regular/Amiri_400Regular.ttf', 400],
  ] as const;
  const face = ([family, file, weight]: (typeof faces)[number]): string =>
    `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(require.resolve(`@expo-google-fonts/${file}`)).toString('base64')})}`;
  return `<!doctype html><meta charset="utf-8"><style>${faces.map(face).join('')}body{font:11px Readex}[dir=rtl]{font-family:Amiri}table{width:100%;border-collapse:collapse}td{border-bottom:1px solid #888;vertical-align:top}</style><body>`;
})();

/** Processor milliseconds of every process this one started, from /proc: a busy machine does not move them. */
function childrenCpu(): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^\d+ \(.*\) /s, '').split(' ');
      return [{ pid: Number(pid), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
    } catch {
      return [];
    }
  });
  const family = new Set([process.pid]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const p of processes) if (family.has(p.parent)) family.add(p.pid);
  }
  return processes.filter((p) => p.pid !== process.pid && family.has(p.pid)).reduce((sum, p) => sum + p.ticks * 10, 0);
}

/** Two reused pages at once, each given a whole document, as a service that prints by browser does. */
async function browser(executablePath: string, count: number): Promise<Speed> {
  const running = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  let next = 0;
  const pages = [await running.newPage(), await running.newPage()];
  const print = async (page: Page, body: string): Promise<void> => {
    await page.setContent(HEAD + body);
    await page.pdf({ format: 'A4' });
  };
  for (const page of pages) {
    await print(page, html(invoiceSheet(0)));
  }
  const [start, cpu] = [performance.now(), childrenCpu()];
  await Promise.all(
    pages.map(async (p) => {
      while (next < count) {
        await print(p, html(invoiceSheet(next++)));
      }
    }),
  );
  const measured = { perSecond: count / ((performance.now() - start) / 1000), cpu: (childrenCpu() - cpu) / count };
  await running.close();
  return measured;
}
