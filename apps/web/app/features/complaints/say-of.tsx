import type { Refusal } from '../../ask.server.js';
import { toTyped } from './typed-amount.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, type ButtonLook } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import type { Complaint } from './queries.js';

interface Ask {
  readonly look: ButtonLook;
  readonly amount?: true;
  readonly goods?: true;
  readonly words?: 'needed' | 'may';
}

/** What has to be said with each word. */
const ASKS: Readonly<Record<string, Ask>> = {
  accept: { look: 'main', goods: true, words: 'may' },
  offer: { look: 'second', amount: true, goods: true, words: 'may' },
  refuse: { look: 'danger', words: 'needed' },
  receive: { look: 'main' },
  agree: { look: 'main' },
  disagree: { look: 'second', words: 'may' },
  withdraw: { look: 'danger' },
  award: { look: 'main', amount: true, goods: true, words: 'needed' },
  dismiss: { look: 'danger', words: 'needed' },
};

/** One thing that may be said of a complaint: a button, or a form behind its name. */
export function SayOf({ verb, complaint, refusal }: { verb: string; complaint: Complaint; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const ask = ASKS[verb];
  if (ask === undefined) return null;
  const scope = `${verb}-${complaint.id}`;
  const fields = ask.amount || ask.goods || ask.words;
  const button = (
    <Button intent={`complaint-${verb}`} look={ask.look}>
      {t(`complaint.say.${verb}`)}
    </Button>
  );
  const form = (
    <FormBox refusal={refusal} scope={scope} className="mt-2 grid gap-4">
      <input type="hidden" name="complaintId" value={complaint.id} />
      {ask.amount && <Field name="amount" label={t('complaint.field.amount', { currency: complaint.asked.currency })} hint={t('complaint.field.amount.hint')} inputMode="decimal" dir="ltr" defaultValue={toTyped(complaint.asked)} />}
      {ask.goods && (
        <Select name="goods" label={t('complaint.field.goods')} hint={t('complaint.field.goods.hint')} defaultValue="keep">
          <option value="keep">{t('complaint.goods.keep')}</option>
          <option value="return">{t('complaint.goods.return')}</option>
        </Select>
      )}
      {ask.words && <TextField name="words" label={t('complaint.field.words')} hint={t(`complaint.words.${verb}`)} optional={ask.words === 'may'} rows={3} />}
      <div>{button}</div>
    </FormBox>
  );
  if (!fields) return form;
  return (
    <details open={refusal?.typed.scope === scope}>
      <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t(`complaint.say.${verb}`)}</summary>
      {form}
    </details>
  );
}
