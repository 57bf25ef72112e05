import { useSearchParams } from 'react-router';
import { useMessages } from '../i18n/messages.js';
import { Notice } from './page.js';

/** Says what the last press did; the address carries only its name. */
export function Done({ words, refused }: { words: readonly string[]; refused: boolean }) {
  const { t } = useMessages();
  const [search] = useSearchParams();
  const word = search.get('done');
  return !refused && word !== null && words.includes(word) ? <Notice>{t(`done.${word}`)}</Notice> : null;
}
