import { Form, Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Empty } from '../../ui/page.js';
import { Picture } from '../../ui/picture.js';
import { More } from './more.js';
import type { Offerable } from './offer-queries.js';
import type { PageOf } from './queries.js';

interface Props {
  pieces: PageOf<Offerable>;
  sought: string;
  refusal: Refusal | undefined;
}

/** Members' pieces that the cluster may offer and does not yet: one button each, on what their makers accepted. */
export function OfferableList({ pieces, sought, refusal }: Props) {
  const { t } = useMessages();
  return (
    <div className="grid gap-4">
      <p className="max-w-[65ch] text-muted">{t('cluster.offerable.lead')}</p>
      {(sought !== '' || pieces.nodes.length > 0) && (
        <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
          <div className="w-full sm:w-80">
            <Field name="piece" label={t('cluster.offerable.search')} optional defaultValue={sought} />
          </div>
          <Button look="second">{t('cluster.invite.search')}</Button>
        </Form>
      )}
      {pieces.nodes.length === 0 && (sought === '' ? <Empty title={t('cluster.offerable.none')}>{t('cluster.offerable.none.lead')}</Empty> : <Empty title={t('cluster.offerable.nobody')}>{t('cluster.offerable.nobody.lead')}</Empty>)}
      <ul>
        {pieces.nodes.map((piece) => (
          <Piece key={piece.productId} piece={piece} refusal={refusal} />
        ))}
      </ul>
      <More page={pieces} name="next" />
    </div>
  );
}

function Piece({ piece, refusal }: { piece: Offerable; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <li className="grid grid-cols-[5rem_1fr] gap-4 border-b border-line py-4">
      <Picture id={piece.photographId} alt="" sizes="5rem" />
      <div>
        <p id={`give-${piece.productId}-productId`}>
          <Link to={`/${lang}/p/${piece.slug}`} className={linkLook}>
            <bdi>{piece.title}</bdi>
          </Link>{' '}
          <bdi className="text-muted">{piece.makerName}</bdi>
        </p>
        <p className="text-base">{t('cluster.offerable.price', { maker: <Amount money={piece.maker} /> })}</p>
        <FormBox refusal={refusal} scope={`give-${piece.productId}`} className="mt-2">
          <input type="hidden" name="productId" value={piece.productId} />
          <Button intent="offer" look="second">
            {t('cluster.offer.add')}
          </Button>
        </FormBox>
      </div>
    </li>
  );
}
