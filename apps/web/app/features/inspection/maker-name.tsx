import { useMessages } from '../../i18n/messages.js';
import type { Maker } from './queries.js';

/** Her name in the script of the page where the register knows it. */
export function MakerName({ maker: { nameLatin, nameArabic } }: { maker: Maker }) {
  const { lang } = useMessages();
  return <bdi>{(lang === 'ar' ? nameArabic : nameLatin) ?? nameLatin ?? nameArabic}</bdi>;
}
