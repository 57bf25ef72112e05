import { useSearchParams } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Pill } from '../../ui/pill.js';
import type { Contact } from './contact-queries.js';

/** Proves a telephone or an address in two steps: a code is sent, the code is typed. Works page by page, without JavaScript. */
export function ContactForm({ contact, checkId, refusal }: { contact: Contact; checkId: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const [search] = useSearchParams();
  const check = refusal?.typed.checkId ?? search.get('check');
  return (
    <div className="grid gap-4">
      <ul className="grid gap-2">
        {contact.phone !== null && (
          <li>
            <Pill tone="done">{t('contact.proved')}</Pill> <bdi dir="ltr">{contact.phone}</bdi>
          </li>
        )}
        {contact.emailConfirmed && (
          <li>
            <Pill tone="done">{t('contact.proved')}</Pill> <bdi>{contact.email}</bdi>
          </li>
        )}
      </ul>
      {check !== null && check !== undefined && (
        <FormBox refusal={refusal} scope="contact-code" className="grid gap-3 border border-ink p-4">
          <input type="hidden" name="checkId" value={check} />
          <Field name="code" label={t('code.label')} hint={t('contact.code.hint')} inputMode="numeric" autoComplete="one-time-code" dir="ltr" maxLength={12} className="max-w-48" />
          <div>
            <Button intent="contact-confirm">{t('contact.confirm')}</Button>
          </div>
        </FormBox>
      )}
      <FormBox refusal={refusal} scope="contact" className="grid gap-3">
        <input type="hidden" name="newCheckId" value={checkId} />
        <Field name="phone" type="tel" label={t('contact.phone')} hint={t('contact.phone.hint')} autoComplete="tel" dir="ltr" className="max-w-72" />
        <div className="flex flex-wrap gap-3">
          <Button intent="contact-phone">{t('contact.send.phone')}</Button>
          {!contact.emailConfirmed && contact.email !== null && (
            <Button intent="contact-mail" look="second">
              {t('contact.send.mail')}
            </Button>
          )}
        </div>
      </FormBox>
    </div>
  );
}
