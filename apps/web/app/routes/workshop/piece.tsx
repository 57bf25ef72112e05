import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, attempt, press, type FieldProblem } from '../../ask.server.js';
import { WORKSHOP } from '../../features/inspection/ask-workshop.js';
import { onePiece, quoteQuery } from '../../features/price/queries.js';
import { AskInspection } from '../../features/workshop/ask-inspection.js';
import { sendPhotograph } from '../../features/workshop/photograph.server.js';
import { fileIn } from '../../upload.server.js';
import { PieceAsked } from '../../features/workshop/piece-asked.js';
import { PieceDetails } from '../../features/workshop/piece-details.js';
import { pieceBox, pieceInput, unreadBoxes } from '../../features/workshop/piece-form.js';
import { Photographs, PieceHead } from '../../features/workshop/piece-head.js';
import { askedQuery, listPieceMutation, originQuery, pieceQuery, removePhotographMutation, requestInspectionMutation, savePieceMutation, withdrawPieceMutation } from '../../features/workshop/piece-queries.js';
import { figureIn } from '../../figures.js';
import { unreadProblems } from '../../figures.server.js';
import { langOf } from '../../i18n/languages.js';
import { messagesIn, useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const id = asked.params.id ?? '';
  const { myProduct, ...words } = await ask(asked, pieceQuery, { id, locale: langOf(asked.params) });
  const quoted = await askGently(asked, quoteQuery, onePiece(id, 'FR'));
  const proved = await askGently(asked, originQuery, { id });
  const rules = myProduct.state !== 'draft' ? await askGently(asked, askedQuery, { lines: [{ productId: id, quantity: 1 }] }) : null;
  return { piece: myProduct, inspectionId: randomUUID(), words, abroad: quoted?.quote ?? null, verdicts: proved?.productOrigin ?? [], rules };
}

/** Where what the house refuses of a request was typed. */
const INSPECTION_BOXES: Readonly<Record<string, string>> = { productType: 'variant', pieceId: 'covers', 'name.en': 'description', 'name.fr': 'description', 'name.ar': 'description' };

export async function action(asked: LoaderFunctionArgs) {
  const id = asked.params.id ?? '';
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const covers = text('covers');
  const [productType = '', variant = ''] = covers === 'workshop' ? WORKSHOP : text('variant').split('/');
  const wider = covers === 'type' || covers === 'workshop';
  const inspection = { id: text('inspectionId'), centreId: text('centreId'), productType, variant, pieceId: wider ? null : id, lotSize: !wider && form.has('lotSize') ? figureIn(text('lotSize')) || 0 : null, description: text('description'), materials: text('materials') || null, madeFrom: text('madeFrom') || null, madeUntil: text('madeUntil') || null };
  const unread = unreadProblems(asked, unreadBoxes(form));
  const writes = {
    save: async () => (unread.length > 0 ? { problems: unread } : attempt(asked, savePieceMutation, { input: pieceInput(id, form) }, pieceBox)),
    list: () => attempt(asked, listPieceMutation, { id }),
    withdraw: () => attempt(asked, withdrawPieceMutation, { id }),
    photograph: () => photograph(asked, id, form),
    remove: () => attempt(asked, removePhotographMutation, { id: text('photographId') }),
    inspect: async () => {
      const { myProduct } = await ask(asked, pieceQuery, { id, locale: langOf(asked.params) });
      // A request for everything of a kind, or for the workshop, is not called by the name of one piece.
      return attempt(asked, requestInspectionMutation, { input: { ...inspection, name: wider ? null : myProduct.title } }, (field) => INSPECTION_BOXES[field] ?? field);
    },
  };
  const done: Readonly<Record<string, string>> = { save: 'saved', list: 'listed', withdraw: 'withdrawn', photograph: 'photograph', remove: 'removed', inspect: 'inspection' };
  return press(asked, form, writes, `workshop/pieces/${id}?done=${done[text('intent')] ?? ''}`);
}

async function photograph(asked: LoaderFunctionArgs, id: string, form: FormData): Promise<{ done: true } | { problems: FieldProblem[] }> {
  const file = fileIn(form, 'photograph');
  if (file !== null) return sendPhotograph(asked, id, file);
  return { problems: [{ field: 'photograph', code: 'INPUT_INVALID', message: messagesIn(langOf(asked.params)).text('photograph.absent') }] };
}

export default function PiecePage() {
  const { piece, inspectionId, words, abroad, verdicts, rules } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const title = piece.title[lang] ?? piece.title.fr ?? piece.title.ar ?? piece.title.en ?? text('piece.untitled');
  return (
    <Page title={<span dir="auto">{title}</span>} width="text">
      <title>{title}</title>
      <Done words={['saved', 'listed', 'withdrawn', 'photograph', 'removed', 'inspection']} refused={refusal !== undefined} />
      <PieceHead piece={piece} abroad={abroad} refusal={refusal} />
      <div className="mt-10">
        <Section title={t('piece.photographs')}>
          <Photographs piece={piece} refusal={refusal} />
        </Section>
        <Section title={t('piece.details')}>
          <PieceDetails piece={piece} words={words} verdicts={verdicts} refusal={refusal} />
        </Section>
        {rules !== null && (
          <Section title={t('asked.title')}>
            <PieceAsked asked={rules} />
          </Section>
        )}
        <Section title={t('piece.certificate')}>
          <AskInspection piece={piece} words={{ ...words, inspectionId }} refusal={refusal} />
        </Section>
      </div>
    </Page>
  );
}
