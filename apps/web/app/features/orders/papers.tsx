import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { Empty, Progress } from '../../ui/page.js';
import { Pill, type Tone } from '../../ui/pill.js';
import { useLiveFile } from './live-file.js';
import type { ExportFile, Paper, PaperRule } from './queries.js';

/** Null before there are papers. */
export type FileSeen = ExportFile | null;

/** The papers that travel with the goods, and, for those who draw them up, what still holds one back. */
export function Papers({ file, withProblems }: { file: FileSeen; withProblems: boolean }) {
  const { t, text } = useMessages();
  const told = useLiveFile(file);
  if (file === null) return <Empty title={t('papers.none')}>{t('papers.none.lead')}</Empty>;
  const papers = file.papers.filter(({ state }) => state !== 'superseded');
  const { ready, of } = told ?? { ready: papers.filter(({ state }) => state === 'ready').length, of: papers.length };
  return (
    <>
      {/* Without script the page asks again by itself, as long as something is being drawn up. */}
      {papers.some(({ state }) => state === 'required' || state === 'rendering') && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
      <div role="status">
        <Progress done={ready} of={of} label={t('papers.count', { ready, all: of })} />
      </div>
      {file.origin !== null && (
        <p className="mt-3 text-sm" dir="auto">
          {file.origin}
        </p>
      )}
      <ul className="mt-3">
        {papers.map((paper) => (
          <li key={paper.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-3">
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium" dir="auto">
                {paper.title}
              </p>
              <p className="text-sm text-muted">
                <bdi>{paper.number}</bdi>
              </p>
              {withProblems && <Rules rules={paper.rules} />}
              {(withProblems ? paper.problems : []).map((problem) => (
                <p key={problem} className={`text-sm ${paper.state === 'ready' ? 'text-saffron-ink' : 'text-terracotta'}`} dir="auto">
                  {problem}
                </p>
              ))}
            </div>
            {paper.url !== null && paper.state === 'ready' ? (
              <a href={paper.url} className={`${linkLook} inline-flex min-h-12 items-center`} aria-label={text('papers.download.named', { paper: paper.title })}>
                {t('papers.download')}
              </a>
            ) : (
              <Pill tone={toneOf(paper)}>{t(`papers.${paper.problems.length > 0 ? 'failed' : paper.state}`)}</Pill>
            )}
          </li>
        ))}
      </ul>
      {file.zipUrl !== null && (
        <a href={file.zipUrl} className={`${linkLook} inline-flex min-h-12 items-center`}>
          {t('papers.zip')}
        </a>
      )}
    </>
  );
}

/** Why this paper, by which rule, and how sure that is. */
function Rules({ rules }: { rules: readonly PaperRule[] }) {
  const { t } = useMessages();
  if (rules.length === 0) return <p className="text-sm text-muted">{t('papers.asked')}</p>;
  return rules.map(({ why, source, checkedOn, confidence }) => (
    <p key={why} className="text-sm break-words text-muted">
      <span dir="auto">{why}</span>
      {' · '}
      <bdi>{source}</bdi>
      {' · '}
      {t('price.checked', { day: <Day iso={checkedOn} /> })}
      {' · '}
      {t(`confidence.${confidence}`)}
    </p>
  ));
}

function toneOf({ state, problems }: Paper): Tone {
  return state === 'failed' || problems.length > 0 ? 'wrong' : 'waiting';
}
