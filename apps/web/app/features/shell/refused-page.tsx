import { isRouteErrorResponse, useRouteError } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { ButtonLink } from '../../ui/button.js';
import { Page } from '../../ui/page.js';

/** What stands where a page could not: missing, not allowed, too many, or broken; with the way back. */
export function RefusedPage() {
  const { t, text, lang } = useMessages();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const key = status === 404 || status === 403 || status === 429 ? String(status) : '500';
  return (
    <Page title={t(`refused.${key}`)} lead={t(`refused.${key}.lead`)} width="text">
      <title>{text(`refused.${key}`)}</title>
      <ButtonLink to={`/${lang}`}>{t('refused.home')}</ButtonLink>
    </Page>
  );
}
