import type { Refusal } from '../../ask.server.js';
import { graphql } from '../../graphql.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { FormBox, Select } from '../../ui/form.js';

export type LetterLanguage = 'AR' | 'FR' | 'EN';

export const letterLanguageQuery = graphql<{ myContact: { language: LetterLanguage } }>(`
  query LetterLanguage {
    myContact {
      language
    }
  }
`);

export const setLetterLanguageMutation = graphql<{ setLetterLanguage: { language: LetterLanguage } }, { language: LetterLanguage }>(`
  mutation SetLetterLanguage($language: LetterLanguage!) {
    setLetterLanguage(language: $language) {
      language
    }
  }
`);

/** Each in its own words, so that who reads only one of them finds it. */
const NAMES = [['AR', 'العربية'], ['FR', 'Français'], ['EN', 'English']] as const;

/** The language of letters and texts: the page may be read in another. */
export function LetterLanguageForm({ language, refusal }: { language: LetterLanguage; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope="language" className="mt-8 flex flex-wrap items-end gap-3">
      <Select name="language" label={t('account.letters')} defaultValue={language}>
        {NAMES.map(([code, name]) => (
          <option key={code} value={code} lang={code.toLowerCase()}>
            {name}
          </option>
        ))}
      </Select>
      <Button intent="language" look="second">
        {t('account.letters.save')}
      </Button>
    </FormBox>
  );
}
