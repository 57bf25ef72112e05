import { Link, useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press, type Asked } from '../../ask.server.js';
import { myStoryQuery, saveStoryMutation } from '../../features/maker/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { FormBox, TextField } from '../../ui/form.js';
import { Page } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const { myStory, me } = await ask(asked, myStoryQuery, {});
  return { story: myStory, artisanId: me?.artisanId ?? null };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const or = (name: string): string | null => String(form.get(name) ?? '').trim() || null;
  return press(asked, form, { save: () => attempt(asked, saveStoryMutation, { input: { ar: or('ar'), fr: or('fr'), en: or('en') } }) }, 'workshop/story?done=saved');
}

/** What buyers read on her own page; one language is enough, the nearest stands in for the others. */
export default function StoryPage() {
  const { story, artisanId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('story.title')} lead={t('story.lead')} width="text">
      <title>{text('story.title')}</title>
      <Done words={['saved']} refused={refusal !== undefined} />
      {artisanId !== null && (
        <p className="mb-6">
          <Link to={`/${lang}/makers/${artisanId}`} className={linkLook}>
            {t('story.see')}
          </Link>
        </p>
      )}
      <FormBox refusal={refusal} className="grid gap-6">
        {(['ar', 'fr', 'en'] as const).map((language) => (
          <TextField key={language} name={language} label={t(`story.${language}`)} rows={6} optional maxLength={2000} {...(story[language] === null ? {} : { defaultValue: story[language] })} />
        ))}
        <div>
          <Button intent="save">{t('story.save')}</Button>
        </div>
      </FormBox>
    </Page>
  );
}
