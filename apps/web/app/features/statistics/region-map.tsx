import { useMessages } from '../../i18n/messages.js';
import type { Statistic } from './queries.js';

/** Column and row of each region's tile: about where it lies, north at the top, the Atlantic on the left. */
const TILES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  'MA-01': [4, 0], 'MA-04': [3, 1], 'MA-03': [4, 1], 'MA-02': [5, 1], 'MA-06': [3, 2], 'MA-05': [4, 2], 'MA-07': [3, 3], 'MA-08': [4, 3], 'MA-09': [3, 4], 'MA-10': [2, 5], 'MA-11': [1, 6], 'MA-12': [0, 7],
};
const SIDE = 52;

/** The regions as tiles of one size, darker where more people are counted. The table beside it holds the figures. */
export function RegionMap({ table, names }: { table: Statistic; names: ReadonlyMap<string, string> }) {
  const { text } = useMessages();
  const most = Math.max(1, ...table.cells.map(({ counts }) => counts?.artisans ?? 0));
  return (
    <svg viewBox={`0 0 ${6 * SIDE} ${8 * SIDE}`} role="img" aria-label={text('statistics.map')} className="w-full max-w-72">
      {Object.entries(TILES).map(([code, [column, row]]) => {
        const cell = table.cells.find(({ key }) => key === code);
        const artisans = cell?.counts?.artisans ?? 0;
        const depth = artisans / most;
        return (
          <g key={code} transform={`translate(${column * SIDE} ${row * SIDE})`}>
            <title>{`${names.get(code) ?? code}: ${cell && cell.counts === null ? text('statistics.hidden') : artisans}`}</title>
            <rect x="1" y="1" width={SIDE - 2} height={SIDE - 2} fill="var(--color-indigo)" fillOpacity={0.06 + 0.94 * depth} stroke="currentColor" strokeDasharray={cell && cell.counts === null ? '3 3' : undefined} />
            <text x={SIDE / 2} y={SIDE / 2 - 4} textAnchor="middle" fontSize="11" fill={depth > 0.45 ? '#fff' : 'currentColor'}>
              {code.slice(3)}
            </text>
            <text x={SIDE / 2} y={SIDE / 2 + 13} textAnchor="middle" fontSize="13" fill={depth > 0.45 ? '#fff' : 'currentColor'}>
              {cell && cell.counts === null ? '·' : artisans}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
