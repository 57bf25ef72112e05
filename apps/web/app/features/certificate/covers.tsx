import { useMessages } from '../../i18n/messages.js';

interface Scope {
  productType: string;
  pieceId: string | null;
  lotSize: number | null;
}

/** What a certificate speaks for, or a request asks for: one piece, a lot, all of a kind, or the maker's whole workshop. */
export function Covers({ productType, pieceId, lotSize }: Scope) {
  const { t } = useMessages();
  if (pieceId === null) return <>{t(productType === 'workshop' ? 'certificate.covers.workshop' : 'certificate.covers.type')}</>;
  return <>{lotSize === null ? t('certificate.covers.piece') : t('certificate.covers.lot', { count: lotSize })}</>;
}
