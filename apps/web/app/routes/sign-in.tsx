import { Link, useActionData, useLoaderData, useSearchParams } from 'react-router';
import type { Asked } from '../ask.server.js';
import { enter } from '../features/account/enter.server.js';
import { DemoPeople } from '../features/account/demo-people.js';
import { useMessages } from '../i18n/messages.js';
import { Button, linkLook } from '../ui/button.js';
import { Field, FormBox } from '../ui/form.js';
import { Page } from '../ui/page.js';
import { visitorIn } from '../visitor-context.js';

export function loader({ context }: Asked) {
  return { demo: visitorIn(context).demo };
}

export const action = (asked: Asked) => enter(asked, '/auth/sign-in/email');

export default function SignIn() {
  const { demo } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t, text, lang } = useMessages();
  const next = search.get('next');
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} width="text">
      <title>{text('signIn.title')}</title>
      <FormBox refusal={refusal} className="grid gap-5">
        {next && <input type="hidden" name="next" value={next} />}
        <Field name="email" type="email" label={t('field.email')} autoComplete="username" dir="ltr" />
        <Field name="password" type="password" label={t('field.password')} autoComplete="current-password" dir="ltr" />
        <div className="flex flex-wrap items-center gap-6">
          <Button>{t('signIn.go')}</Button>
          <Link to={`/${lang}/sign-up${next ? `?next=${encodeURIComponent(next)}` : ''}`} className={linkLook}>
            {t('signIn.create')}
          </Link>
        </div>
      </FormBox>
      {demo && <DemoPeople />}
    </Page>
  );
}
