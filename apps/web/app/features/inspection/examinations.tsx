import { formatNumber } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { Measured } from '../certificate/measured.js';
import { TableBox } from '../../ui/page.js';
import type { Examination, Rule } from './queries.js';

/** Every look at the work, newest first: who, when, and each rule's outcome. */
export function Examinations({ examinations, rules }: { examinations: readonly Examination[]; rules: readonly Rule[] }) {
  const { t, text, lang } = useMessages();
  const newest = [...examinations].reverse();
  return newest.map(({ id, at, inspectorName, place, note, knotsPerM2, grade, findings }) => (
    <article key={id} className="mb-6">
      <p className="text-base text-muted">
        <Instant iso={at} /> · <bdi>{inspectorName}</bdi> {place !== null && <bdi>· {place}</bdi>}
      </p>
      {note !== null && <p dir="auto">{note}</p>}
      {knotsPerM2 !== null && <p className="mt-1 font-medium">{grade === null ? t('inspection.noGrade', { knots: formatNumber(lang, knotsPerM2) }) : t('inspection.grade', { knots: formatNumber(lang, knotsPerM2), grade: t(`grade.${grade}`) })}</p>}
      <TableBox label={text('inspection.findings')}>
        <tbody>
          {findings.map(({ rule, outcome, value, unitName, text: words }) => (
            <tr key={rule}>
              <th scope="row">{rules.find(({ code }) => code === rule)?.[lang] ?? rule}</th>
              <td>
                <Measured value={value} unit={unitName} words={words} />
                {t(`verdict.${outcome}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </article>
  ));
}
