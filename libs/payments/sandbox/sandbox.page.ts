import { createHash } from 'node:crypto';
import { exponentOf, type Locale } from '#libs/kernel';
import type { SandboxLine } from './sandbox.checkout.js';
import type { StripeObject } from './sandbox.store.js';
import { WORDS, type PageWords } from './sandbox.words.js';

/** What the buyer sees instead of Stripe's page: the visual direction of our own pages, no script at all. */
const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#F8F4EC;color:#211C16;font:18px/1.6 'Readex Pro','Segoe UI',system-ui,sans-serif}
:lang(ar){line-height:1.75}
.banner{background:#D9932B;color:#211C16;padding:12px 24px;text-align:center;font-weight:600}
main{max-width:30rem;margin:0 auto;padding:32px 24px 72px}
.brand{font-weight:600;font-size:20px;margin:0 0 24px}
h1{font-size:30px;line-height:1.3;margin:0;font-weight:600}
h2{font-size:18px;margin:0 0 12px;font-weight:600}
.to,.note{color:#5F564A;margin:4px 0 24px}
.note{font-size:16px;margin-top:32px}
table{border-collapse:collapse;width:100%;margin:0 0 24px;font-variant-numeric:tabular-nums}
th,td{padding:12px 0;border-bottom:1px solid #D8CDB9;text-align:start;font-weight:400}
td{text-align:end;white-space:nowrap}
tfoot th,tfoot td{font-weight:600;border-bottom:0}
form{margin:0}
button{font:inherit;width:100%;min-height:56px;padding:12px 24px;margin:0 0 12px;border:1px solid #27386B;border-radius:0;background:#F8F4EC;color:#27386B;cursor:pointer;text-align:start}
button.pay{background:#27386B;color:#fff;font-weight:600;text-align:center;font-size:20px}
button:hover{text-decoration:underline}
:focus-visible{outline:3px solid #27386B;outline-offset:3px}
.others{border-top:1px solid #D8CDB9;margin-top:24px;padding-top:24px}
.alert{border-inline-start:6px solid #A3452B;background:#ECE4D5;padding:12px 16px;margin:0 0 24px}
a{color:#27386B}
@media print{.banner{border:1px solid}}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** No script, no frame, and forms may only lead to the shop that opened the session (Chromium holds redirects to it). */
export function headersFor(session: StripeObject | null): Record<string, string> {
  const shops = session === null ? [] : [session['success_url'], session['cancel_url']].map((u) => new URL(String(u)).origin);
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; img-src data:; style-src 'sha256-${STYLE_HASH}'; form-action 'self' ${[...new Set(shops)].join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

export function localeOf(session: StripeObject | null): Locale {
  const asked = (session?.['metadata'] as Record<string, string> | undefined)?.['locale'] ?? session?.['locale'];
  return asked === 'fr' || asked === 'ar' ? asked : 'en';
}

export function payPage(session: StripeObject, lines: readonly SandboxLine[], trouble: 'declined' | 'unproved' | null): string {
  const locale = localeOf(session);
  const words = WORDS[locale];
  const total = amount(session, Number(session['amount_total']), locale);
  const rows = lines.map((line) => `<tr><th scope="row"><bdi>${escape(line.name)}</bdi></th><td><bdi>${amount(session, line.amount, locale)}</bdi></td></tr>`).join('');
  const others = (['decline', 'challenge', 'late', 'twice', 'dispute'] as const).map((act) => `<button name="act" value="${act}">${words[act]}</button>`).join('');
  return page(
    locale,
    `${words.title} · ${total}`,
    `${trouble ? `<p class="alert" role="alert">${words[trouble]}</p>` : ''}
<h1><bdi>${total}</bdi></h1><p class="to">${words.to}</p>
<table><tbody>${rows}</tbody><tfoot><tr><th scope="row">${words.total}</th><td><bdi>${total}</bdi></td></tr></tfoot></table>
<form method="post">
<button class="pay" name="act" value="pay">${fill(words.pay, total)}</button>
<button name="act" value="abandon">${words.cancel}</button>
<section class="others" aria-labelledby="others"><h2 id="others">${words.others}</h2>${others}</section>
</form>
<p class="note">${words.note}</p>`,
  );
}

export function challengePage(session: StripeObject): string {
  const locale = localeOf(session);
  const words = WORDS[locale];
  const total = amount(session, Number(session['amount_total']), locale);
  return page(
    locale,
    words.bank,
    `<h1>${words.bank}</h1><p>${fill(words.bankAsks, total)}</p>
<form method="post"><button class="pay" name="act" value="prove">${words.prove}</button><button name="act" value="fail">${words.fail}</button></form>`,
  );
}

/** A session that is over, or none: what happened, and the way back. */
export function closedPage(session: StripeObject | null): string {
  const locale = localeOf(session);
  const words = WORDS[locale];
  const back = session === null ? '' : `<p><a href="${escape(String(session['cancel_url']))}">${words.back}</a></p>`;
  return page(locale, words.title, `<h1>${words.title}</h1><p class="alert" role="alert">${session === null ? words.unknown : words.expired}</p>${back}`);
}

function page(locale: Locale, title: string, body: string): string {
  const words: PageWords = WORDS[locale];
  return `<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body><header class="banner">${words.banner}</header><main><p class="brand">Dar Sanaa</p>${body}</main></body></html>`;
}

function amount(session: StripeObject, minor: number, locale: Locale): string {
  const currency = String(session['currency']).toUpperCase();
  return new Intl.NumberFormat(locale === 'ar' ? 'ar-MA' : locale, { style: 'currency', currency }).format(minor / 10 ** exponentOf(currency));
}

function fill(words: string, total: string): string {
  return words.replace('{amount}', `<bdi>${total}</bdi>`);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
