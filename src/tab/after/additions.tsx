import { Button, Field, MessageBar, MessageBarBody, Select, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { PageAddendum, PageHead } from '../../views/page/pageView.ts';
import { afterTexts } from '../../wording/afterTexts.ts';
import { writeInstant } from '../../wording/dates.ts';
import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import { useRoom } from '../room.ts';
import { TypedText } from '../typedText.tsx';
import { type Asking, useAsking } from '../useAsking.ts';
import { isKept, useKeptText } from '../useKeptText.ts';

interface AdditionsProps {
  /** What is being added: to an item, to the whole (''), or nothing (null). */
  readonly adding: string | null;
  readonly add: (itemId: string | null) => void;
}

/** What was added after the meeting, each with its date and name. */
export function Additions({ adding, add }: AdditionsProps) {
  const { view, language } = useRoom();
  const texts = pageAfterTexts[language];
  const asking = useAsking();
  const { head, items } = view;
  const all = [
    ...head.addenda.map((addendum) => ({ addendum, where: afterTexts[language].whole })),
    ...items.flatMap(({ number, title, addenda }) =>
      addenda.map((addendum) => ({ addendum, where: number === null ? title : texts.itemAt(number) })),
    ),
  ];
  const may = head.me?.may;
  if (all.length === 0 && may?.AddAddendum !== 'yes') return null;
  return (
    <section className="additions" aria-labelledby="additions-heading">
      <h2 id="additions-heading">{texts.additions}</h2>
      {asking.refused && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{asking.refused}</MessageBarBody>
        </MessageBar>
      )}
      <ul>
        {all.map(({ addendum, where }) => (
          <li key={addendum.addendumId}>
            <Addition
              addendum={addendum}
              where={where}
              strikes={may?.StrikeAddendum === 'yes'}
              asking={asking}
            />
          </li>
        ))}
      </ul>
      {may?.AddAddendum === 'yes' &&
        (adding === null ? (
          <Button onClick={() => add('')}>{texts.add}</Button>
        ) : (
          <NewAddition key={adding} to={adding} asking={asking} close={() => add(null)} />
        ))}
    </section>
  );
}

interface AdditionProps {
  readonly addendum: PageAddendum;
  readonly where: string;
  readonly strikes: boolean;
  readonly asking: Asking;
}

function Addition({ addendum, where, strikes, asking }: AdditionProps) {
  const { language } = useRoom();
  const texts = pageAfterTexts[language];
  const [sure, setSure] = useState(false);
  const { addendumId, text, by, at } = addendum;
  return (
    <>
      <span className="quiet">
        {where} · {texts.addition(by, writeInstant(at, language))}
      </span>
      <TypedText text={text} />
      {strikes && !sure && (
        <Button size="small" aria-label={texts.strikeWhat(text)} onClick={() => setSure(true)}>
          {texts.strike}
        </Button>
      )}
      {sure && (
        <div className="deedRow">
          <span>{texts.strikeSure}</span>
          <Button
            size="small"
            appearance="primary"
            onClick={() => void asking.ask({ ask: 'strikeAddendum', addendumId })}
          >
            {texts.strikeNow}
          </Button>
          <Button size="small" autoFocus onClick={() => setSure(false)}>
            {texts.keep}
          </Button>
        </div>
      )}
    </>
  );
}

/** Under which an addition is kept until it is sent. */
export const additionPlace = ({ meetingId, me }: PageHead): string =>
  `${meetingId}.${me?.personId ?? ''}.addition`;

function NewAddition(props: { readonly to: string; readonly asking: Asking; readonly close: () => void }) {
  const { view, language, newId } = useRoom();
  const texts = pageAfterTexts[language];
  const said = afterTexts[language];
  const place = additionPlace(view.head);
  const [found] = useState(() => isKept(place));
  const { text, setText, letGo, keepOn } = useKeptText(place);
  const { text: to, setText: setTo, ...toKept } = useKeptText(`${place}.to`, props.to);
  const [missing, setMissing] = useState(false);
  const [addendumId] = useState(newId);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return setMissing(true);
    // Asked for, it is kept by what asks.
    letGo();
    toKept.letGo();
    const done = await props.asking.ask({
      ask: 'addAddendum',
      addendumId,
      itemId: to === '' ? null : to,
      text,
    });
    if (done) return props.close();
    keepOn();
    toKept.keepOn();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Field label={said.addTo}>
        <Select value={to} onChange={(_, { value }) => setTo(value)}>
          <option value="">{said.whole}</option>
          {view.items
            .filter(({ kind, hidden }) => kind === 'item' && !hidden)
            .map(({ itemId, number, title }) => (
              <option key={itemId} value={itemId}>
                {correctionTexts[language].item(number, title)}
              </option>
            ))}
        </Select>
      </Field>
      <Field
        label={said.addText}
        hint={said.addHelp}
        validationMessage={missing ? said.addMissing : null}
        validationState={missing ? 'error' : 'none'}
      >
        <Textarea
          // Opened by itself, it leaves the cursor where it is.
          autoFocus={!found}
          rows={3}
          resize="vertical"
          placeholder={said.addPlaceholder}
          value={text}
          onChange={(_, { value }) => {
            setText(value);
            setMissing(false);
          }}
        />
      </Field>
      <div className="deedRow">
        <Button type="submit" appearance="primary" disabledFocusable={props.asking.busy}>
          {texts.addDo}
        </Button>
        <Button
          onClick={() => {
            letGo();
            toKept.letGo();
            props.close();
          }}
        >
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
