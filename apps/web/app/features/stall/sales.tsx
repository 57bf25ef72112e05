import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import type { StallSale } from './queries.js';

/** What was sold at the stall: the code to hold out to the visitor, or where the piece has got to. */
export function StallSales({ sales, refusal }: { sales: readonly StallSale[]; refusal: Refusal | undefined }) {
  return (
    <ul className="grid gap-8">
      {sales.map((sale) => (
        <li key={sale.id} className="border border-line p-4">
          <Sale sale={sale} refusal={refusal} />
        </li>
      ))}
    </ul>
  );
}

function Sale({ sale, refusal }: { sale: StallSale; refusal: Refusal | undefined }) {
  const { t, text } = useMessages();
  return (
    <>
      <p className="font-medium">
        {sale.quantity} × · <Amount money={sale.paid} /> · <Day iso={sale.soldOn} />
      </p>
      <p className="text-muted">{t(`stall.state.${sale.state}`, { number: sale.orderNumber ?? '', day: <Day iso={sale.until} /> })}</p>
      {sale.link !== null && sale.qr !== null && (
        <>
          <img src={`data:image/svg+xml,${encodeURIComponent(sale.qr)}`} alt={text('stall.code')} className="mt-4 w-full max-w-64 bg-white p-4" />
          <p className="mt-2">
            <a href={`https://wa.me/?text=${encodeURIComponent(sale.link)}`} className={`${linkLook} inline-flex min-h-12 items-center`} rel="noreferrer">
              {t('stall.share')}
            </a>
          </p>
          <p className="break-all text-sm text-muted" dir="ltr">
            {sale.link}
          </p>
          <FormBox refusal={refusal} scope={`undo-${sale.id}`} className="mt-4">
            <input type="hidden" name="id" value={sale.id} />
            <Button intent="undo" look="danger">
              {t('stall.undo')}
            </Button>
          </FormBox>
        </>
      )}
    </>
  );
}
