import { useSyncExternalStore } from 'react';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';

const never = (): (() => void) => () => undefined;

/** Printing needs script; without it the browser's own menu prints the same sheet. */
export function PrintButton() {
  const { t } = useMessages();
  const alive = useSyncExternalStore(never, () => true, () => false);
  return (
    <Button type="button" look="second" className={`mt-8 ${alive ? '' : 'invisible'}`} onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
