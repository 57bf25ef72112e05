import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { trade } from '../../libs/export-documents/export-documents.fixtures.js';
import { commercialInvoice } from '../../libs/export-documents/papers/commercial-invoice.js';
import type { Sheet } from '../../libs/export-documents/sheet.js';
import { rugLine } from '../../libs/export-documents/export-documents.fixtures.js';
import { TypstRenderer } from '../../libs/export-documents/typst/typst.renderer.js';

/**
 * A thousand one-page commercial invoices, each with its own number and buyer, on the pool that prints in production;
 * memory of this process at the 200th and the last; and the same invoice from headless Chromium in the same run.
 * `node dist/test/bench/papers.js [COUNT]`
 */
const COUNT = Number(process.argv[2] ?? 1_000);
const FLOOR = 100;
const RATIO = 5;
/** What memory may grow from the 200th paper to the last, of which the worker threads' young heaps are most. */
const GROWTH_MB = 60;
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const megabytes = (): number => Math.round(process.memoryUsage().rss / 1_048_576);

function sheet(i: number): Sheet {
  const number = `CI-2026-${String(i + 1).padStart(6, '0')}`;
  const t = trade({ consignee: { ...trade().consignee, name: `Buyer ${i}` }, lines: Array.from({ length: 4 }, (_, n) => rugLine({ number: n + 1 })) });
  return commercialInvoice.sheet(commercialInvoice.quote(t, { invoiceNumber: number, invoicedOn: '2026-11-24' }), { number, version: 1, issuedOn: '2026-11-24' });
}

async function typst(): Promise<{ perSecond: number; at200: number; atEnd: number; pages: number; bytes: number }> {
  const renderer = new TypstRenderer();
  let [next, at200, pages, bytes] = [0, 0, 0, 0];
  await Promise.all([renderer.render(sheet(0)), renderer.render(sheet(1))]);
  const start = performance.now();
  // As many in flight as the queue gives a worker: enough to keep every thread busy, no more.
  const lane = async (): Promise<void> => {
    while (next < COUNT) {
      const printed = await renderer.render(sheet(next++));
      pages += printed.pages;
      bytes += printed.pdf.byteLength;
      if (next === 200) at200 = megabytes();
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  const perSecond = COUNT / ((performance.now() - start) / 1000);
  const atEnd = megabytes();
  await renderer.onApplicationShutdown();
  return { perSecond, at200, atEnd, pages, bytes };
}

function html(s: Sheet): string {
  const lines = (list: readonly { text: string; rtl?: true }[]): string => list.map((l) => `<div${l.rtl ? ' dir="rtl"' : ''}>${l.text.replace(/[<&]/g, (c) => `&#${c.charCodeAt(0)};`)}</div>`).join('');
  const boxes = s.boxes.map((b) => `<div style="grid-column:span ${b.span};grid-row:span ${b.tall ?? 1};border:1px solid #888;padding:4px"><small>${b.label.en} / ${b.label.fr ?? ''}</small>${lines(b.lines)}</div>`).join('');
  const rows = s.table!.rows.map((r) => `<tr>${r.map((c) => `<td>${lines(c)}</td>`).join('')}</tr>`).join('');
  return `<!doctype html><meta charset="utf-8"><style>body{font:11px sans-serif}table{width:100%;border-collapse:collapse}td{border-bottom:1px solid #888;vertical-align:top}</style>
<h1>${s.title.en} ${s.number}</h1><h2 dir="rtl">${s.title.ar}</h2><div style="display:grid;grid-template-columns:repeat(4,1fr)">${boxes}</div><table>${rows}</table>${s.totals.map((t) => `<p>${t.label.en} ${t.value}</p>`).join('')}`;
}

/** Two reused pages, the fastest way a browser prints. */
async function browser(executablePath: string): Promise<number> {
  const running = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const count = Math.max(20, Math.round(COUNT / 10));
  let next = 0;
  const page = await running.newPage();
  await page.setContent(html(sheet(0)));
  await page.pdf({ format: 'A4' });
  const pages = [page, await running.newPage()];
  const start = performance.now();
  await Promise.all(
    pages.map(async (p) => {
      while (next < count) {
        await p.setContent(html(sheet(next++)));
        await p.pdf({ format: 'A4' });
      }
    }),
  );
  const perSecond = count / ((performance.now() - start) / 1000);
  await running.close();
  return perSecond;
}

const ours = await typst();
console.log(`papers: ${ours.perSecond.toFixed(0)} a second over ${COUNT} (${ours.pages} pages, ${Math.round(ours.bytes / COUNT / 1024)} KB each); memory ${ours.at200} MB at 200, ${ours.atEnd} MB at the end`);
const found = BROWSERS.find((path) => existsSync(path));
let slow = false;
if (found) {
  const theirs = await browser(found);
  slow = ours.perSecond < theirs * RATIO;
  console.log(`chromium: ${theirs.toFixed(1)} a second; ours is ${(ours.perSecond / theirs).toFixed(1)} times that (at least ${RATIO})`);
} else console.log('chromium: not run, no browser on this machine');
const leaking = COUNT > 400 && ours.atEnd - ours.at200 > GROWTH_MB;
if (ours.pages !== COUNT) throw new Error('an invoice is not one page');
if (ours.perSecond < FLOOR || slow || leaking) {
  console.error(`below the mark: at least ${FLOOR} a second, ${RATIO} times chromium, growth of at most ${GROWTH_MB} MB`);
  process.exitCode = 1;
}
