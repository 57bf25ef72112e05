import { Fragment, type ReactNode } from 'react';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { readNote } from './evidence.js';
import type { CaseItem } from './queries.js';

/** What there is of one kind of evidence, in the reader's words. */
export function EvidenceNote({ item }: { item: CaseItem }): ReactNode {
  const { t } = useMessages();
  const note = readNote(item);
  if (note.kind === 'day') return <Day iso={note.day} />;
  if (note.kind === 'tracking') return <>{t(`carrier.${note.carrier}`)} <bdi>{note.number}</bdi></>;
  if (note.kind === 'text') {
    // A number is not broken at its hyphens.
    return note.text.split(', ').map((number, at) => (
      <Fragment key={number}>
        {at > 0 && ' · '}
        <bdi className="whitespace-nowrap">{number}</bdi>
      </Fragment>
    ));
  }
  return note.complaints.map(({ line, state, creditNote }, at) => (
    <span key={at} className="block">
      {t('evidence.complaint', { line, state: t(`complaint.state.${state}`) })} {creditNote !== null && <bdi>{creditNote}</bdi>}
    </span>
  ));
}
