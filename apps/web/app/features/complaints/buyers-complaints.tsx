import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import { Empty, Section } from '../../ui/page.js';
import type { Order } from '../orders/queries.js';
import { AddPhotographs } from './add-photographs.js';
import { ComplaintCard } from './complaint-card.js';

const OPEN = new Set(['open', 'offered', 'refused', 'with_desk', 'returning']);

/** The buyer's side: what she complained of and where it stands, and a new complaint while there is time. */
export function Complaints({ order, complaintId, refusal, orderKey }: { order: Order; complaintId: string; refusal: Refusal | undefined; orderKey?: string }) {
  const { t } = useMessages();
  const { complaints, complaintWindow } = order;
  const waiting = ['funded', 'in_production', 'ready', 'documented', 'dispatched'].includes(order.state);
  // One question about a piece at a time.
  const asked = complaints.filter(({ state }) => OPEN.has(state)).map(({ line }) => line);
  const lines = order.lines.map((line, at) => ({ ...line, number: at + 1 })).filter(({ number }) => !asked.includes(number));
  if (complaints.length === 0 && complaintWindow === null && !waiting) return null;
  return (
    <Section title={t('complaint.title')}>
      {complaints.map((complaint) => (
        <ComplaintCard key={complaint.id} complaint={complaint} refusal={refusal} {...(orderKey === undefined ? {} : { photographKey: orderKey })}>
          <AddPhotographs complaint={complaint} refusal={refusal} />
        </ComplaintCard>
      ))}
      {complaintWindow === null && waiting && <Empty title={t('complaint.later')}>{t('complaint.later.lead')}</Empty>}
      {complaintWindow !== null && lines.length > 0 && (
        <details open={refusal?.typed.scope === 'complaint'}>
          <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t(complaintWindow.until === null ? 'complaint.open.late' : 'complaint.open')}</summary>
          <p className="max-w-[65ch] text-muted">{complaintWindow.until === null ? t('complaint.open.late.lead') : t('complaint.open.lead', { day: <Day iso={complaintWindow.until} />, exporter: order.exporterName })}</p>
          <OpenForm lines={lines} complaintId={complaintId} refusal={refusal} kinds={complaintWindow.kinds} />
        </details>
      )}
    </Section>
  );
}

function OpenForm({ lines, complaintId, refusal, kinds }: { lines: readonly { number: number; title: string; quantity: number }[]; complaintId: string; refusal: Refusal | undefined; kinds: readonly string[] }) {
  const { t } = useMessages();
  const most = Math.max(...lines.map((line) => line.quantity));
  return (
    <FormBox refusal={refusal} scope="complaint" className="mt-3 grid gap-4" encType="multipart/form-data">
      <input type="hidden" name="id" value={refusal?.typed.scope === 'complaint' ? (refusal.typed.id ?? complaintId) : complaintId} />
      <Select name="line" label={t('complaint.field.line')}>
        {lines.map(({ number, title }) => (
          <option key={number} value={number}>
            {title}
          </option>
        ))}
      </Select>
      {most > 1 ? <Field name="quantity" label={t('complaint.field.quantity')} type="number" min={1} max={most} defaultValue="1" dir="ltr" /> : <input type="hidden" name="quantity" value="1" />}
      <Select name="kind" label={t('complaint.field.kind')}>
        {kinds.length > 1 && <option value="">{t('complaint.kind.choose')}</option>}
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`complaint.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <TextField name="words" label={t('complaint.field.words')} hint={t('complaint.words.open')} rows={4} />
      <Field name="photographs" label={t('complaint.field.photographs')} hint={t('complaint.field.photographs.hint')} type="file" accept="image/jpeg,image/png,image/webp,image/avif" multiple optional />
      <div>
        <Button intent="complaint-open">{t('complaint.open.go')}</Button>
      </div>
    </FormBox>
  );
}
