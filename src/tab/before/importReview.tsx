import { Button, Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { PageSource } from '../../views/page/pageAnswers.ts';
import type { PageImport } from '../../views/page/pageView.ts';
import { beforeTexts } from '../../wording/page/beforeTexts.ts';
import { useRoom } from '../room.ts';
import type { Answered } from '../useAnswer.ts';
import { useAsking } from '../useAsking.ts';
import { AgendaDrop, UploadProgress } from './agendaDrop.tsx';
import type { Light } from './bench.ts';
import { FoundItems } from './foundItems.tsx';
import { foundAsItems } from './sourceLines.ts';
import { SourceView } from './sourceView.tsx';
import type { Upload } from './upload.ts';
import { useSource } from './useSource.ts';

interface ImportReviewProps {
  readonly imported: PageImport;
  readonly upload: Upload;
  /** Put aside; null: there is no other agenda to go on with. */
  readonly later: (() => void) | null;
}

const FIRST = 3;
const never = () => undefined;

/** An agenda that was read and is not in use: what it is, what is to be looked at, what it changes. */
export function ImportReview({ imported, upload, later }: ImportReviewProps) {
  const { view, language } = useRoom();
  const texts = beforeTexts[language];
  const asking = useAsking();
  const source = useSource(imported.proposalId, 0);
  const [lit, light] = useState<Light | null>(null);
  const [withMinutes, setWithMinutes] = useState(imported.withMinutes);
  const adopt = { ask: 'adoptAgenda', proposalId: imported.proposalId, withMinutes } as const;
  const newer = view.head.edition > 0;
  const points =
    source.kind === 'ready' ? source.value.items.reduce((sum, item) => sum + item.points, 0) : null;
  return (
    <div className="review">
      <section className="reviewHead" aria-label={texts.read(imported.sourceName)}>
        <h1>{texts.read(imported.sourceName)}</h1>
        <p className="quiet">
          {[
            texts.items(imported.itemCount),
            points === null ? '' : texts.points(points),
            texts.broughtBy(imported.by),
          ]
            .filter((fact) => fact !== '')
            .join(' · ')}
        </p>
        {newer && <Differences imported={imported} />}
        <Warnings imported={imported} />
        {imported.holdsMinutes && (
          <Checkbox
            label={texts.withMinutes}
            checked={withMinutes}
            onChange={(_, { checked }) => setWithMinutes(checked === true)}
          />
        )}
        {asking.refused && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{asking.refused}</MessageBarBody>
          </MessageBar>
        )}
        <div className="startButtons">
          <Button appearance="primary" disabledFocusable={asking.busy} onClick={() => void asking.ask(adopt)}>
            {newer ? texts.useNew : texts.use}
          </Button>
          <AgendaDrop texts={texts} upload={upload} as="button" label={texts.another} />
          {later && <Button onClick={later}>{texts.notNow}</Button>}
        </div>
        <UploadProgress texts={texts} upload={upload} />
        <p className="quiet">{texts.correctAfterwards}</p>
      </section>
      <Panes source={source} lit={lit} light={light} />
    </div>
  );
}

interface PanesProps {
  readonly source: Answered<PageSource>;
  readonly lit: Light | null;
  readonly light: (light: Light | null) => void;
}

function Panes({ source, lit, light }: PanesProps) {
  const { language, view } = useRoom();
  if (source.kind === 'none' || source.kind === 'failed') return null;
  const items = source.kind === 'ready' ? foundAsItems(source.value) : [];
  return (
    <div className="panes">
      <SourceView
        language={language}
        source={source}
        items={items}
        open={null}
        lit={lit}
        light={light}
        choose={null}
        split={never}
      />
      <FoundItems language={language} items={items} people={view.head.people} lit={lit} light={light} />
    </div>
  );
}

function Warnings({ imported }: { readonly imported: PageImport }) {
  const { language } = useRoom();
  const texts = beforeTexts[language];
  const [all, setAll] = useState(false);
  const { warnings } = imported;
  if (warnings.length === 0) return <p>{texts.nothingToLookAt}</p>;
  return (
    <section className="warnings" aria-label={texts.lookAt}>
      <h2>{texts.lookAt}</h2>
      <ul>
        {(all ? warnings : warnings.slice(0, FIRST)).map(({ text, itemNumber }) => (
          <li key={`${itemNumber} ${text}`}>
            {itemNumber !== null && !text.includes(texts.atItem(itemNumber)) && (
              <span className="warningItem">{texts.atItem(itemNumber)} </span>
            )}
            {text}
          </li>
        ))}
      </ul>
      {warnings.length > FIRST && (
        <Button appearance="subtle" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.showFewer : texts.showAll(warnings.length)}
        </Button>
      )}
    </section>
  );
}

function Differences({ imported }: { readonly imported: PageImport }) {
  const { language } = useRoom();
  const texts = beforeTexts[language];
  if (imported.differences.length === 0) return <p>{texts.noDifferences}</p>;
  return (
    <section className="warnings" aria-label={texts.differences}>
      <h2>{texts.differences}</h2>
      <ul>
        {imported.differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </section>
  );
}
