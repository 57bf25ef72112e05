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
    <Page title={t(`refused.${key}`)} lead={reasonIn(error) ?? t(`refused.${key}.lead`)} width="text">
      <title>{text(`refused.${key}`)}</title>
      <ButtonLink to={`/${lang}`}>{t('refused.home')}</ButtonLink>
    </Page>
  );
}

/** The house's own reason, already in the page's language. */
function reasonIn(error: unknown): string | null {
  if (!isRouteErrorResponse(error)) return null;
  const said: unknown = error.data;
  return typeof said === 'object' && said !== null && 'message' in said && typeof said.message === 'string' ? said.message : null;
}
