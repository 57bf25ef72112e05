import { TypstRenderer } from '../../libs/export-documents/typst/typst.renderer.js';
import { chromiumSpeed, invoiceSheet, megabytes, ownCpu } from './browser.js';

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

async function typst(): Promise<{ perSecond: number; cpu: number; at200: number; atEnd: number; pages: number; bytes: number }> {
  const renderer = new TypstRenderer();
  let [next, at200, pages, bytes] = [0, 0, 0, 0];
  await Promise.all([renderer.render(invoiceSheet(0)), renderer.render(invoiceSheet(1))]);
  const [start, cpu] = [performance.now(), ownCpu()];
  // As many in flight as the queue gives a worker: enough to keep every thread busy, no more.
  const lane = async (): Promise<void> => {
    while (next < COUNT) {
      const printed = await renderer.render(invoiceSheet(next++));
      pages += printed.pages;
      bytes += printed.pdf.byteLength;
      if (next === 200) at200 = megabytes();
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  const measured = { perSecond: COUNT / ((performance.now() - start) / 1000), cpu: (ownCpu() - cpu) / COUNT };
  const atEnd = megabytes();
  await renderer.onApplicationShutdown();
  return { ...measured, at200, atEnd, pages, bytes };
}

const ours = await typst();
console.log(`papers: ${ours.perSecond.toFixed(0)} a second, ${ours.cpu.toFixed(1)} ms of processor each, over ${COUNT} (${ours.pages} pages, ${Math.round(ours.bytes / COUNT / 1024)} KB each); memory ${ours.at200} MB at 200, ${ours.atEnd} MB at the end`);
const theirs = await chromiumSpeed(Math.max(20, Math.round(COUNT / 10)));
const slow = theirs !== null && ours.perSecond < theirs.perSecond * RATIO;
if (theirs) console.log(`chromium: ${theirs.perSecond.toFixed(1)} a second, ${theirs.cpu.toFixed(1)} ms of processor each; ours is ${(ours.perSecond / theirs.perSecond).toFixed(1)} times faster (at least ${RATIO}) and takes ${(theirs.cpu / ours.cpu).toFixed(1)} times less processor`);
else console.log('chromium: not run, no browser on this machine');
const leaking = COUNT > 400 && ours.atEnd - ours.at200 > GROWTH_MB;
if (ours.pages !== COUNT) throw new Error('an invoice is not one page');
if (ours.perSecond < FLOOR || slow || leaking) {
  console.error(`below the mark: at least ${FLOOR} a second, ${RATIO} times chromium, growth of at most ${GROWTH_MB} MB`);
  process.exitCode = 1;
}
