import type { Language } from '../../meeting/agenda.ts';
import { beforeTexts } from '../../wording/page/beforeTexts.ts';
import type { Light } from './bench.ts';
import type { CorrectedItem, CorrectedPerson } from './correction.ts';
import { numberShown } from './numbering.ts';
import { RowFacts } from './rowFacts.tsx';

interface FoundItemsProps {
  readonly language: Language;
  readonly items: readonly CorrectedItem[];
  readonly people: readonly CorrectedPerson[];
  readonly lit: Light | null;
  readonly light: (light: Light | null) => void;
}

/** What was found in a document that is not in use yet, to be held against it. */
export function FoundItems({ language, items, people, lit, light }: FoundItemsProps) {
  const texts = beforeTexts[language];
  return (
    <section className="itemList" aria-label={texts.found}>
      <h2>{texts.found}</h2>
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            <div className={lit?.itemId === item.id ? 'itemRow lit' : 'itemRow'}>
              <button
                type="button"
                className="rowButton"
                onMouseEnter={() => light({ itemId: item.id, from: 'row' })}
                onMouseLeave={() => light(null)}
                onFocus={() => light({ itemId: item.id, from: 'row' })}
                onBlur={() => light(null)}
                onClick={() => light({ itemId: item.id, from: 'row' })}
              >
                <span className="rowNumber">{numberShown(items, item) ?? ''}</span>
                <span className="rowText">
                  <span className="rowTitle">{item.title}</span>
                  <RowFacts language={language} item={item} people={people} />
                </span>
              </button>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
