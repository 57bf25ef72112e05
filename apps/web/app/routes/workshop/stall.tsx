import { randomUUID } from 'node:crypto';
import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { hundredths, whole } from '../../features/clusters/typed.js';
import { sellAtStallMutation, stallSalesQuery, undoStallSaleMutation } from '../../features/stall/queries.js';
import { StallSales } from '../../features/stall/sales.js';
import { unscaled } from '../../features/workshop/piece-form.js';
import { pieceQuery } from '../../features/workshop/piece-queries.js';
import { langOf } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, linkLook } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const id = asked.params.id ?? '';
  const { myProduct } = await ask(asked, pieceQuery, { id, locale: langOf(asked.params) });
  // A piece that was never on sale has no sales to show.
  const { stallSales } = myProduct.state === 'draft' ? { stallSales: [] } : await ask(asked, stallSalesQuery, { productId: id });
  return { piece: myProduct, sales: stallSales, saleId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const productId = asked.params.id ?? '';
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const writes = {
    sell: () =>
      attempt(asked, sellAtStallMutation, { input: { id: text('id'), productId, quantity: whole(text('quantity'), 1), paidEachMinor: hundredths(text('paid')) } }, (field) => (field === 'paidEachMinor' ? 'paid' : field)),
    undo: () => attempt(asked, undoStallSaleMutation, { id: text('id') }),
  };
  return press(asked, form, writes, `workshop/pieces/${productId}/stall`);
}

/** A visitor paid by hand and wants the piece at home: one form, then the code she scans. */
export default function Stall() {
  const { piece, sales, saleId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const title = piece.title[lang] ?? piece.title.fr ?? piece.title.ar ?? piece.title.en ?? text('piece.untitled');
  return (
    <Page title={t('stall.title')} lead={t('stall.lead')} width="text">
      <title>{text('stall.title')}</title>
      <p className="mb-6">
        <Link to={`/${lang}/workshop/pieces/${piece.id}`} className={linkLook} dir="auto">
          {title}
        </Link>
      </p>
      {piece.state === 'listed' && (
        <FormBox refusal={refusal} scope="sell" className="grid max-w-sm gap-4">
          <input type="hidden" name="id" value={saleId} />
          {!piece.unique && <Field name="quantity" label={t('stall.quantity')} inputMode="numeric" defaultValue="1" />}
          <Field name="paid" label={t('stall.paid')} hint={t('stall.paid.hint')} inputMode="decimal" defaultValue={unscaled(piece.priceMinor, 100)} />
          <div>
            <Button intent="sell">{t('stall.sell')}</Button>
          </div>
        </FormBox>
      )}
      {piece.state !== 'listed' && sales.length === 0 && <p className="border-s-4 border-saffron bg-plaster p-4">{t('stall.notListed')}</p>}
      {sales.length > 0 && (
        <div className="mt-10">
          <Section title={t('stall.sales')}>
            <StallSales sales={sales} refusal={refusal} />
          </Section>
        </div>
      )}
    </Page>
  );
}
