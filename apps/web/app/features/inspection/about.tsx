import { useMessages } from '../../i18n/messages.js';
import { Day, Instant } from '../../ui/amount.js';
import { Facts } from '../../ui/page.js';
import { Covers } from '../certificate/covers.js';
import type { Named } from '../certificate/queries.js';
import { MakerName } from './maker-name.js';
import type { Inspection } from './queries.js';

/** What is to be looked at: whose work, of what, made when, and where the request stands. */
export function About({ inspection, named, region }: { inspection: Inspection; named: Named | null; region: Named | null }) {
  const { t, lang } = useMessages();
  const { maker, centre, materials, madeFrom, madeUntil, requestedAt, appointedFor, decisionReason, secondLookOf } = inspection;
  return (
    <Facts
      rows={[
        inspection.name?.[lang] != null && inspection.name[lang] !== inspection.description && [t('inspection.words'), <span key="n" dir="auto">{inspection.description}</span>],
        [t('inspection.kind'), named?.[lang] ?? inspection.variant],
        [t('inspection.maker'), <span key="m"><MakerName maker={maker} />{region !== null && <> · {region[lang]}</>}</span>],
        [t('inspection.centre'), centre[lang]],
        [t('certificate.covers'), <Covers key="c" {...inspection} />],
        materials !== null && [t('inspection.materials'), <span key="w" dir="auto">{materials}</span>],
        madeFrom !== null && [t('inspection.madeFrom'), <Day key="f" iso={madeFrom} />],
        madeUntil !== null && [t('inspection.madeUntil'), <Day key="u" iso={madeUntil} />],
        [t('inspection.requested'), <Day key="r" iso={requestedAt} />],
        appointedFor !== null && [t('inspection.visit'), <Instant key="a" iso={appointedFor} />],
        secondLookOf !== null && ['', t('inspection.second')],
        decisionReason !== null && [t('inspection.decision'), <span key="d" dir="auto">{decisionReason}</span>],
      ]}
    />
  );
}
