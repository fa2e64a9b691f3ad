import { useLayoutEffect, useRef, useState } from 'react';
import type { PageItem } from '../../views/page/pageView.ts';
import { typedLines } from '../../wording/typedLines.ts';
import { numberOf, type Rights, TAB_HINT, textElement, useDesk, useTextState } from './deskContext.ts';
import { type OpenEditor, openEditor } from './editor/openEditor.ts';
import { lineAttributes } from './editor/schema.ts';
import { useDecisionLines } from './lineDecisions.ts';
import { useNear } from './near.ts';
import { SavedMark } from './savedMark.tsx';

/** The text under *Referat*: written in where that may be, and read anywhere before an editor is there. */
export function Discussion({ item, rights }: { readonly item: PageItem; readonly rights: Rights }) {
  if (item.discussion === null) return null;
  return rights.write ? (
    <WrittenText item={item} />
  ) : (
    <div className="typed">
      <Lines text={item.discussion.text} />
    </div>
  );
}

/** Text as it is set in the editor, without one. */
export function Lines({ text }: { readonly text: string }) {
  return typedLines(text).map((line, at) => {
    const { class: className, ...attributes } = lineAttributes(line.level);
    return (
      // Lines have no names: a line is the one that stands there.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <p key={at} className={className} {...attributes}>
        {line.text === '' ? <br /> : line.text}
      </p>
    );
  });
}

function WrittenText({ item }: { readonly item: PageItem }) {
  const desk = useDesk();
  const { texts } = desk;
  const { itemId, title } = item;
  const text = desk.keeper.of(itemId, desk.room().view);
  const state = useTextState(text);
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<OpenEditor | null>(null);
  const [wanted, setWanted] = useState(false);
  const near = useNear(place);
  const open = near || wanted;
  const lines = useDecisionLines(itemId, text);
  const label = texts.textOf(numberOf(item), title);
  // What the editor is told at its opening; it is not opened anew when that changes.
  const opening = useRef({ label, hint: texts.textEmpty, focus: false });
  opening.current.label = label;

  useLayoutEffect(() => {
    const element = place.current;
    if (!open || !element) return;
    const made = openEditor(
      element,
      text.state.text,
      ({ doc }) => ({
        id: textElement(itemId),
        class: doc.textContent === '' && doc.childCount === 1 ? 'typed empty' : 'typed',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': opening.current.label,
        'aria-describedby': TAB_HINT,
        'data-hint': opening.current.hint,
        spellcheck: 'true',
        lang: desk.room().view.head.language,
      }),
      {
        typed: (now) => text.typed(now),
        ...lines,
      },
    );
    editor.current = made;
    const unsubscribe = text.subscribe(() => made.rewrite(text.state.text));
    if (opening.current.focus) made.focus();
    return () => {
      unsubscribe();
      made.close();
      editor.current = null;
    };
  }, [open, itemId, text, lines, desk.room]);

  return (
    <>
      <div ref={place} className="textPlace">
        {!open && (
          // biome-ignore lint/a11y/useSemanticElements: it stands for the editor, with its paragraphs
          <div
            id={textElement(itemId)}
            className={state.text === '' ? 'typed empty' : 'typed'}
            role="textbox"
            aria-multiline="true"
            aria-label={label}
            data-hint={texts.textEmpty}
            tabIndex={0}
            onFocus={() => {
              opening.current.focus = true;
              setWanted(true);
            }}
          >
            <Lines text={state.text} />
          </div>
        )}
      </div>
      <SavedMark state={state} />
    </>
  );
}
