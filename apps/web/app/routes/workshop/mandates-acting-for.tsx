import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, attempt, press, type FieldProblem } from '../../ask.server.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { MyInspections } from '../../features/inspection/my-inspections.js';
import { inspectionWrites } from '../../features/inspection/my-inspections.server.js';
import { inspectionsOfQuery } from '../../features/inspection/maker-queries.js';
import { AskInspectionFor, inspectionIn } from '../../features/mandates/ask-inspection-for.js';
import { PieceFor } from '../../features/mandates/piece-for.js';
import { Asked as AskedWords, ConsentPill, MandatePill, NameOf, Terms } from '../../features/mandates/mandate-parts.js';
import { endMandateMutation, inspectForMutation, listForMutation, proposeBankMutation, proposePayoutMutation, proposePriceMutation, saveForMutation, withdrawForMutation } from '../../features/mandates/mutations.js';
import { inspectionWordsQuery, mandateQuery, piecesOfQuery, proposedQuery } from '../../features/mandates/queries.js';
import { PieceFilters, piecesChosen, useNarrowed } from '../../features/workshop/piece-filters.js';
import { langOf } from '../../i18n/languages.js';
import { messagesIn, useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field, FormBox, RefusedElsewhere } from '../../ui/form.js';
import { Empty, Page, Section } from '../../ui/page.js';
import { fileIn, sendFile } from '../../upload.server.js';

export async function loader(asked: LoaderFunctionArgs) {
  const { mandate } = await ask(asked, mandateQuery, { id: asked.params.id ?? '' });
  const after = new URL(asked.request.url).searchParams.get('after');
  const pieces = await askGently(asked, piecesOfQuery, { artisanId: mandate.artisan.id, after, ...piecesChosen(asked.request) });
  const proposed = await askGently(asked, proposedQuery, { agentKind: mandate.agentKind, agentId: mandate.agentId, artisanId: mandate.artisan.id, after: afterIn(asked.request, 'asked') });
  const words = mandate.acts.includes('INSPECTION_REQUEST') ? await askGently(asked, inspectionWordsQuery, {}) : null;
  const inspections = follows(mandate.acts) || words !== null ? await askGently(asked, inspectionsOfQuery, { artisanId: mandate.artisan.id, after: afterIn(asked.request, 'seen'), states: null }) : null;
  return { mandate, inspections: inspections?.inspectionsOf ?? null, words, pieces: pieces?.piecesOf ?? null, consents: proposed?.consentsAsked ?? null, freshId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const { mandate } = await ask(asked, mandateQuery, { id: asked.params.id ?? '' });
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const artisanId = mandate.artisan.id;
  const id = text('freshId');
  const productId = text('productId');
  const writes = {
    price: () => attempt(asked, proposePriceMutation, { input: { id, productId, price: text('price') } }),
    bank: () => attempt(asked, proposeBankMutation, { input: { id, artisanId, rib: text('rib') } }),
    payout: () => attempt(asked, proposePayoutMutation, { input: { id, artisanId } }),
    inspect: async () => {
      const pieces = (await askGently(asked, piecesOfQuery, { artisanId, after: new URL(asked.request.url).searchParams.get('after'), ...piecesChosen(asked.request) }))?.piecesOf.nodes ?? [];
      return attempt(asked, inspectForMutation, { input: inspectionIn(form, artisanId, pieces) }, (field) => (field === 'productType' ? 'variant' : field));
    },
    save: async () => {
      if (productId === '' && text('fr') === '' && text('ar') === '') return { problems: [{ field: 'ar', code: 'INPUT_INVALID', message: messagesIn(langOf(asked.params)).text('acting.title.needed') }] };
      return attempt(asked, saveForMutation, { artisanId, input: { id: productId || id, title: { fr: text('fr') || null, ar: text('ar') || null } } }, (field) => field.replace('title.', ''));
    },
    photograph: () => photograph(asked, form, id),
    list: () => attempt(asked, listForMutation, { id: productId }),
    withdraw: () => attempt(asked, withdrawForMutation, { id: productId }),
    ...inspectionWrites(asked, form),
    end: () => attempt(asked, endMandateMutation, { id: mandate.id }),
  };
  const intent = text('intent');
  if (intent === 'end') return press(asked, form, writes, 'workshop/acting?done=given-back');
  return press(asked, form, writes, `workshop/acting/${mandate.id}?done=${intent === 'inspect' ? 'inspection' : ['price', 'bank', 'payout'].includes(intent) ? 'asked' : 'saved'}`);
}

async function photograph(asked: LoaderFunctionArgs, form: FormData, id: string): Promise<{ done: true } | { problems: FieldProblem[] }> {
  const file = fileIn(form, 'photograph');
  if (file !== null) return sendFile(asked, `/uploads/photographs-for?${new URLSearchParams({ productId: String(form.get('productId')), id })}`, 'photograph', file);
  return { problems: [{ field: 'photograph', code: 'INPUT_INVALID', message: messagesIn(langOf(asked.params)).text('upload.absent') }] };
}

function follows(acts: readonly string[]): boolean {
  return acts.includes('INSPECTION_FOLLOW');
}

/** What an agent may do for one artisan. What touches her money is a proposal, and waits for her code. */
export default function ActingFor() {
  const { mandate, inspections, words, pieces, consents, freshId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const narrowed = useNarrowed();
  const { t, text } = useMessages();
  const may = (act: (typeof mandate.acts)[number]): boolean => mandate.state === 'LIVE' && mandate.acts.includes(act);
  return (
    <Page title={<NameOf person={mandate.artisan} />} lead={t('acting.for.lead')} width="text">
      <title>{text('acting.title')}</title>
      <Done words={['asked', 'saved', 'inspection']} refused={refusal !== undefined} />
      <RefusedElsewhere refusal={refusal} shown={mandate.state === 'LIVE'} />
      <MandatePill state={mandate.state} />
      <Terms mandate={mandate} />
      {pieces !== null && (
        <Section title={t('acting.pieces')}>
          <PieceFilters page={pieces} />
          {pieces.nodes.length === 0 && !narrowed && <Empty title={t('acting.pieces.none')}>{t('acting.pieces.none.lead')}</Empty>}
          <ul className="grid gap-4">
            {pieces.nodes.map((piece) => (
              <PieceFor key={piece.id} piece={piece} acts={mandate.state === 'LIVE' ? mandate.acts : []} freshId={freshId} refusal={refusal} />
            ))}
          </ul>
          <More page={pieces} />
        </Section>
      )}
      {may('LISTING_SAVE') && (
        <Section title={t('acting.new')}>
          <FormBox key={freshId} refusal={refusal} scope="new" className="grid gap-4">
            <input type="hidden" name="freshId" value={refusal?.typed.scope === 'new' ? refusal.typed.freshId : freshId} />
            <Field name="ar" label={t('acting.title.ar')} lang="ar" optional />
            <Field name="fr" label={t('acting.title.fr')} lang="fr" optional />
            <div>
              <Button intent="save">{t('acting.save')}</Button>
            </div>
          </FormBox>
        </Section>
      )}
      {may('INSPECTION_REQUEST') && words !== null && (
        <Section title={t('act.INSPECTION_REQUEST')}>
          <AskInspectionFor pieces={pieces?.nodes ?? []} words={words} freshId={freshId} refusal={refusal} />
        </Section>
      )}
      {inspections !== null && inspections.nodes.length > 0 && (
        <Section title={t('acting.inspections')}>
          <MyInspections inspections={inspections.nodes} pieces={pieces?.nodes ?? []} refusal={refusal} follows={may('INSPECTION_FOLLOW')} />
          <More page={inspections} name="seen" />
        </Section>
      )}
      {(may('BANK') || may('PAYOUT')) && (
        <Section title={t('acting.money')}>
          {may('PAYOUT') && (
            <FormBox refusal={refusal} scope="payout" className="mb-6">
              <input type="hidden" name="freshId" value={freshId} />
              <Button intent="payout">{t('acting.payout')}</Button>
            </FormBox>
          )}
          {may('BANK') && (
            <FormBox refusal={refusal} scope="bank" className="grid gap-4">
              <input type="hidden" name="freshId" value={freshId} />
              <Field name="rib" label={t('acting.rib')} hint={t('acting.rib.hint')} dir="ltr" inputMode="numeric" autoComplete="off" />
              <div>
                <Button intent="bank">{t('acting.propose')}</Button>
              </div>
            </FormBox>
          )}
        </Section>
      )}
      {consents !== null && consents.nodes.length > 0 && (
        <Section title={t('acting.asked')}>
          <ol>
            {consents.nodes.map((consent) => (
              <li key={consent.id} className="border-t border-line py-3 first:border-t-0">
                <ConsentPill state={consent.state} />
                <AskedWords consent={consent} />
              </li>
            ))}
          </ol>
          <More page={consents} name="asked" />
        </Section>
      )}
      {(mandate.state === 'LIVE' || mandate.state === 'PROPOSED') && (
        <FormBox refusal={refusal} scope="end" className="mt-10">
          <Button intent="end" look="danger">
            {t('acting.end')}
          </Button>
        </FormBox>
      )}
    </Page>
  );
}
