import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { Allow, CONFIG, Database, platformErrors, type Config } from '#libs/platform';

interface MailRow {
  id: string;
  at: Date;
  recipient: string;
  subject: string;
  body: string;
  sent: boolean;
}

/** The demo world's post: every letter and text the house wrote, since none of its people has a real address. */
@Controller()
export class MailboxController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
  ) {}

  @Get('/mailbox')
  @Allow('anyone')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
  async mailbox(@Query('to') to = ''): Promise<string> {
    if (!this.config.DEMO) throw platformErrors.NOT_FOUND({ what: '/mailbox' });
    const rows = await this.db.read<MailRow>(
      // Texts of telephones lie among the letters: people meet both in the same minute.
      `select * from (
         (select id, at, recipient, subject, body, sent_at is not null as sent from platform.mail where ($1 = '' or recipient ilike '%' || $1 || '%') order by at desc, id desc limit 50)
         union all
         (select id, at, recipient, '✆', coalesce(body, '…'), ended_at is not null from identity.text_message where ($1 = '' or recipient ilike '%' || $1 || '%') order by at desc, id desc limit 50)
       ) post order by at desc, id desc limit 50`,
      [to.slice(0, 100)],
    );
    return page(rows, to);
  }
}

function page(rows: readonly MailRow[], to: string): string {
  const letters = rows.map(
    (row) => `<article><header><b dir="auto">${escape(row.subject)}</b><span>${escape(row.recipient)} · ${row.at.toISOString().slice(0, 16).replace('T', ' ')} · ${row.sent ? 'sent' : 'waiting'}</span></header><pre dir="auto">${link(escape(row.body))}</pre></article>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Mailbox of the demo world</title>
<style>body{margin:0 auto;max-width:46rem;padding:24px 16px;background:#f8f4ec;color:#211c16;font:16px/1.6 "Readex Pro Variable",system-ui,sans-serif}h1{font-weight:500}article{border-top:1px solid #d8cdb9;padding:16px 0}header{display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between}header span{color:#5f564a;font-size:14px}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:8px 0 0}a{color:#27386b}input{font:inherit;padding:8px;border:1px solid #211c16;background:#fff}button{font:inherit;padding:8px 16px;background:#27386b;color:#fff;border:0}</style>
<h1>Mailbox of the demo world</h1><p>Nothing here leaves this machine. With SMTP_URL set, letters go out by mail instead; with SMS_URL, texts by telephone.</p>
<form><input name="to" value="${escape(to)}" aria-label="Address" placeholder="someone@…"> <button>Look</button></form>
${letters.join('') || '<p>No letter yet. Place an order, and its confirmation arrives here.</p>'}</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function link(escaped: string): string {
  return escaped.replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);
}
