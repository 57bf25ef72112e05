import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Tick } from '../../ui/form.js';
import { Section } from '../../ui/page.js';
import type { ClaimItem, MyClaim } from './queries.js';

/** Two facts from her card lead an artisan to her own entry. */
export function FindYourself({ claimId, refusal }: { claimId: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope="find" className="grid gap-4">
      <input type="hidden" name="id" value={refusal?.typed.id ?? claimId} />
      <Field name="identifier" label={t('claim.identifier')} hint={t('claim.identifier.hint')} dir="ltr" autoComplete="off" />
      <Field name="birthYear" label={t('claim.birthYear')} hint={t('claim.birthYear.hint')} inputMode="numeric" dir="ltr" maxLength={4} />
      <div>
        <Button intent="open">{t('claim.open')}</Button>
      </div>
    </FormBox>
  );
}

interface StepsProps {
  claim: MyClaim;
  items: readonly ClaimItem[];
  refusal: Refusal | undefined;
}

/** The papers first, each sent as it is chosen; then what is said and accepted, handed over together. */
export function ClaimSteps({ claim, items, refusal }: StepsProps) {
  const { t, lang } = useMessages();
  return (
    <>
      <Section title={t('claim.papers')}>
        <p className="mb-4 text-muted">{t('claim.papers.kept')}</p>
        {items.filter(({ kind }) => kind === 'document').map((item) => (
          <PaperForm key={item.code} claim={claim} item={item} refusal={refusal} />
        ))}
      </Section>
      <Section title={t('claim.answers')}>
        <FormBox refusal={refusal} scope="answers" className="grid gap-4">
          {items.filter(({ kind }) => kind === 'accept' || kind === 'text' || kind === 'bank').map((item) => {
            const answer = claim.answers.find((one) => one.item === item.code);
            return item.kind === 'accept' ? (
              <Tick key={item.code} name={`accept-${item.code}`} label={item[lang]} defaultChecked={answer?.accepted === true} />
            ) : item.kind === 'bank' ? (
              <Field key={item.code} name={`text-${item.code}`} label={item[lang]} hint={answer?.text ? t('claim.bank.given', { account: answer.text }) : t('claim.bank.hint')} optional dir="ltr" inputMode="numeric" autoComplete="off" />
            ) : (
              <Field key={item.code} name={`text-${item.code}`} label={item[lang]} optional={!item.required} defaultValue={answer?.text ?? ''} />
            );
          })}
          <div className="flex flex-wrap gap-3">
            <Button intent="submit">{t('claim.submit')}</Button>
            <Button intent="answer" look="second">
              {t('claim.save')}
            </Button>
          </div>
        </FormBox>
      </Section>
    </>
  );
}

function PaperForm({ claim, item, refusal }: { claim: MyClaim; item: ClaimItem; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  const sent = claim.papers.filter((paper) => paper.item === item.code && paper.forgottenAt === null).length;
  const waived = claim.waivers.some((waiver) => waiver.item === item.code);
  return (
    <FormBox refusal={refusal} scope={`paper-${item.code}`} encType="multipart/form-data" className="mb-4 grid gap-2">
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="item" value={item.code} />
      <Field name="paper" type="file" accept="image/jpeg,image/png,image/webp,application/pdf" label={item[lang]} hint={waived ? t('claim.waived') : t('claim.sent', { count: sent })} optional={!item.required || sent > 0 || waived} />
      <div>
        <Button intent="paper" look="second">
          {t('claim.paper')}
        </Button>
      </div>
    </FormBox>
  );
}
