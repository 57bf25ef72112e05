import { Form, Link, redirect, useActionData, useLoaderData } from 'react-router';
import { askGently, attempt, press, type Asked } from '../ask.server.js';
import { LetterLanguageForm, letterLanguageQuery, setLetterLanguageMutation, type LetterLanguage } from '../features/account/letter-language.js';
import { shellQuery } from '../features/shell/queries.js';
import { desksFor } from '../features/shell/desks.js';
import { useShell } from '../features/shell/shell.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { Button } from '../ui/button.js';
import { Done } from '../ui/done.js';
import { Page } from '../ui/page.js';

export async function loader(asked: Asked) {
  const shell = await askGently(asked, shellQuery, {});
  if (!shell?.me) throw redirect(`/${langOf(asked.params)}/sign-in`);
  return { letters: shell.me.guest ? null : ((await askGently(asked, letterLanguageQuery, {}))?.myContact.language ?? null) };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const language = String(form.get('language') ?? '') as LetterLanguage;
  return press(asked, form, { language: () => attempt(asked, setLetterLanguageMutation, { language }) }, 'account?done=language');
}

/** What the browser kept for working without a network was this person's. */
function forgetPages(): void {
  navigator.serviceWorker?.controller?.postMessage('forget');
}

export default function Account() {
  const { me } = useShell();
  const { letters } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const open = desksFor(me?.roles ?? []);
  return (
    <Page title={me?.name ? t('account.title', { name: me.name }) : t('account.title.plain')} width="text">
      <title>{text('account.title.plain')}</title>
      <Done words={['language']} refused={refusal !== undefined} />
      <ul className="grid gap-3">
        {open.map(({ key, path }) => (
          <li key={key}>
            <Link to={`/${lang}/${path}`} className="block border border-ink p-4 hover:bg-plaster">
              <span className="text-lg font-medium">{t(`desk.${key}`)}</span>
              <span className="block text-muted">{t(`desk.${key}.lead`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {letters !== null && <LetterLanguageForm language={letters} refusal={refusal} />}
      <Form method="post" action={`/${lang}/sign-out`} className="mt-8" onSubmit={forgetPages}>
        <Button look="second">{t('signOut')}</Button>
      </Form>
    </Page>
  );
}
