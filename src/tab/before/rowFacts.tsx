import { Badge } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import type { Language } from '../../meeting/agenda.ts';
import { writeTimeRange } from '../../wording/dates.ts';
import { beforeTexts } from '../../wording/page/beforeTexts.ts';
import type { CorrectedItem, CorrectedPerson } from './correction.ts';

interface RowFactsProps {
  readonly language: Language;
  readonly item: CorrectedItem;
  readonly people: readonly CorrectedPerson[];
}

/** Under the title of an item in a row: closed, when, by whom, how many points. */
export function RowFacts({ language, item, people }: RowFactsProps) {
  const minutes = item.durationMinutes;
  const presenters = item.presenters.map((id) => people.find(({ personId }) => personId === id)?.name ?? '');
  const facts = [
    item.start ? writeTimeRange(item.start, item.end, language) : '',
    !item.start && minutes !== null ? `${minutes} min.` : '',
    presenters.filter((name) => name !== '').join(', '),
    item.points.length > 0 ? beforeTexts[language].points(item.points.length) : '',
  ].filter((fact) => fact !== '');
  if (facts.length === 0 && !item.closed) return null;
  return (
    <span className="rowFacts">
      {item.closed && (
        <Badge appearance="tint" color="warning" icon={<LockClosedRegular />}>
          {beforeTexts[language].closed}
        </Badge>
      )}
      <span>{facts.join(' · ')}</span>
    </span>
  );
}
