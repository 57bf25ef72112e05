import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { jest } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { artisan, buyer, piece, type CastBuyer } from '../../apps/seed/world.js';
import { openShop, type Shop } from './shop.js';

const CHROMIUM = '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

jest.setTimeout(180_000);

interface Journey {
  readonly lang: 'en' | 'ar';
  readonly width: number;
  readonly piece: string;
  readonly buyer: CastBuyer;
  /** What the buttons say: a button that lost its translation is not found. */
  readonly words: { readonly add: string; readonly checkout: string; readonly pay: string; readonly follow: RegExp; readonly paid: string };
}

const JOURNEYS: readonly Journey[] = [
  { lang: 'en', width: 1280, piece: 'boujaad-small', buyer: buyer('amelia'), words: { add: 'Add to basket', checkout: 'Go to checkout', pay: 'Continue to secure payment', follow: /^Follow order/, paid: 'Thank you' } },
  { lang: 'ar', width: 390, piece: 'babouche-yellow', buyer: buyer('claire'), words: { add: 'إضافة إلى السلة', checkout: 'إتمام الطلبية', pay: 'المتابعة إلى الأداء الآمن', follow: /^تتبّع الطلبية/, paid: 'شكراً' } },
];

describe('a buyer in a browser', existsSync(CHROMIUM) ? journeys : notRun);

/** Where everything must run, as in CI, a browser that is not there is a failure. */
function notRun(): void {
  it('NOT RUN: no chromium (Debian: chromium)', () => {
    console.warn('NOT RUN: the buyer’s journey in a browser, for want of chromium (Debian: chromium)');
    expect(process.env['REQUIRE_ALL']).not.toBe('1');
  });
}

function journeys(): void {
  let shop: Shop;
  let browser: Browser;

  beforeAll(async () => {
    shop = await openShop(JOURNEYS.map((journey) => journey.piece));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run'] });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  it.each(JOURNEYS)('buys without an account in $lang on $width pixels, follows the order and reads the invoice', async (journey) => {
    const context = await browser.newContext({ viewport: { width: journey.width, height: 844 }, locale: journey.lang });
    const page = await context.newPage();
    const faults: string[] = [];
    // A hurried click cuts a page's cross-fade short, and the browser reports that as an error.
    page.on('pageerror', (error) => error.message !== 'Transition was skipped' && faults.push(error.message));
    await chooseCountry(page, journey);
    await intoBasket(page, journey);
    const total = await checkOut(page, journey);
    await pay(page, journey, total);
    await madeBy(journey);
    await readInvoice(page, journey);
    expect(faults).toEqual([]);
    await context.close();
  });

  async function chooseCountry(page: Page, { lang, buyer: { consignee } }: Journey): Promise<void> {
    await page.goto(`${shop.url}/${lang}`);
    expect(await page.getAttribute('html', 'dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
    await page.locator('header details summary').first().click();
    await page.selectOption('select[name=country]', consignee.country);
    await page.locator('form[action$="/preferences"] button').first().click();
    await page.waitForLoadState('networkidle');
  }

  async function intoBasket(page: Page, { lang, piece: key, words }: Journey): Promise<void> {
    const title = piece(key).title[lang];
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await fitForAll(page);
    await page.getByRole('button', { name: words.add }).click();
    await page.waitForURL(/\/basket$/);
    expect(await page.locator('main').innerText()).toContain(title);
    await page.getByRole('link', { name: words.checkout }).click();
    await page.waitForURL(/\/checkout$/);
  }

  /** Fills the address in and goes to pay. Answers the total, as digits, that the button showed. */
  async function checkOut(page: Page, { buyer: { consignee, email }, words }: Journey): Promise<string> {
    await fitForAll(page);
    for (const field of ['name', 'line1', 'postalCode', 'city', 'phone'] as const) await page.fill(`main input[name=${field}]`, consignee[field]);
    await page.fill('main input[name=email]', email);
    const button = page.getByRole('button', { name: words.pay });
    const total = digits(await button.innerText());
    await button.click();
    await page.waitForURL(/\/c\/pay\//);
    return total;
  }

  async function pay(page: Page, { words }: Journey, total: string): Promise<void> {
    const button = page.locator('button[value=pay]');
    expect(digits(await button.innerText())).toBe(total);
    await button.click();
    await page.getByText(words.paid).first().waitFor();
    await page.getByRole('link', { name: words.follow }).click();
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  }

  /** Meanwhile in the workshop: accepted, made. */
  async function madeBy({ piece: key }: Journey): Promise<void> {
    const maker = await shop.visitor().signIn(artisan(piece(key).maker).email!);
    for (const verb of ['acceptOrder', 'finishOrder']) {
      const { salesOrders } = await maker.ask<{ salesOrders: { nodes: { id: string }[] } }>('{ salesOrders { nodes { id } } }');
      await maker.ask(`mutation ($id: ID!) { ${verb}(id: $id) { state } }`, { id: salesOrders.nodes[0]!.id });
    }
  }

  async function readInvoice(page: Page, { lang, piece: key }: Journey): Promise<void> {
    const invoice = page.locator('li', { hasText: /CI-2026-\d{6}/ }).locator('a[href^="/papers/"]');
    for (let waited = 0; waited < 60_000 && (await invoice.count()) === 0; waited += 1000) {
      await page.waitForTimeout(1000);
      await page.reload();
    }
    await fitForAll(page);
    const answer = await page.request.get(new URL((await invoice.getAttribute('href'))!, shop.url).href);
    const bytes = await answer.body();
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    if (!existsSync('/usr/bin/pdftotext')) return void console.warn('NOT RUN: reading the invoice’s text, for want of pdftotext (Debian: poppler-utils)');
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString('utf8').normalize('NFKC');
    const shown = (await page.locator('main dd bdi').allInnerTexts()).map(digits);
    const total = /Total DDP \/ Total DDP\s+[A-Z]{3} ([\d,]+\.\d\d)/.exec(text)?.[1];
    expect(shown).toContain(digits(total ?? 'no total on the invoice'));
    expect(close(text)).toContain(close(piece(key).title.ar));
    expect(await page.locator('main').innerText()).toContain(piece(key).title[lang]);
  }
}

/** Nothing reaches past the edge, and axe finds nothing that keeps somebody out (WCAG 2.2, A and AA). */
async function fitForAll(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  await page.evaluate(AXE);
  const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const found = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(levels)} }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target).join(' ')))`)) as string[];
  expect([page.url(), found]).toEqual([page.url(), []]);
}

/** The figures of an amount, in whatever digits and with whatever separators a language writes it. */
function digits(text: string): string {
  return text.replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x0660)).replace(/\D/g, '');
}

/** Letters in their order, without the spaces that a reader of PDFs adds after those that do not join. */
function close(text: string): string {
  return text.replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
