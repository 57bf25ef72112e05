import { Link, useActionData, useSearchParams } from 'react-router';
import type { Asked } from '../ask.server.js';
import { enter } from '../features/account/enter.server.js';
import { useMessages } from '../i18n/messages.js';
import { Button, linkLook } from '../ui/button.js';
import { Field, FormBox } from '../ui/form.js';
import { Page } from '../ui/page.js';

export const action = (asked: Asked) => enter(asked, '/auth/sign-up/email');

export default function SignUp() {
  const refusal = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t, text, lang } = useMessages();
  const next = search.get('next');
  return (
    <Page title={t('signUp.title')} lead={t('signUp.lead')} width="text">
      <title>{text('signUp.title')}</title>
      <FormBox refusal={refusal} className="grid gap-5">
        {next && <input type="hidden" name="next" value={next} />}
        <Field name="name" label={t('field.name')} autoComplete="name" />
        <Field name="email" type="email" label={t('field.email')} autoComplete="username" dir="ltr" />
        <Field name="password" type="password" label={t('field.password')} hint={t('signUp.password.hint')} autoComplete="new-password" minLength={10} dir="ltr" />
        <div className="flex flex-wrap items-center gap-6">
          <Button>{t('signUp.go')}</Button>
          <Link to={`/${lang}/sign-in`} className={linkLook}>
            {t('signUp.known')}
          </Link>
        </div>
      </FormBox>
    </Page>
  );
}
