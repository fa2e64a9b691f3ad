import { baseKeymap, chainCommands, deleteSelection, joinBackward, joinForward } from 'prosemirror-commands';
import { closeHistory, history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { typedLine, writtenLines } from '../../../wording/typedLines.ts';
import { linesOfHtml, linesOfPlainText } from '../text/pastedLines.ts';
import { unstyled } from '../text/unstyled.ts';
import { bulletsByHand } from './bulletsByHand.ts';
import { clipboardLines } from './clipboardLines.ts';
import { leftLine, withoutLeftLine } from './leftLine.ts';
import {
  bulletsAsTyped,
  deeper,
  emptiedLine,
  lineWithItsBullets,
  newLine,
  plainAgain,
  selectedLines,
  shallower,
  withoutLines,
} from './lineCommands.ts';
import { pasteLines } from './pasteCommand.ts';
import { rewrite } from './rewrite.ts';
import { linesIn, schema, textDocument, textOf } from './schema.ts';

export interface EditorPorts {
  /** The writer made the text this. */
  typed(text: string): void;
  /** `text` became a decision and is no longer here; `index`: which line it was. Answers with the mark to know it by. */
  decided(text: string, index: number): string;
  /** The line of that decision is here again: the writer went back. */
  takenBack(mark: string): void;
  /** And gone again: the writer went forward once more. */
  decidedAgain(mark: string): void;
  /** There is nothing in the line that could be decided. */
  nothingToDecide(): void;
}

export interface OpenEditor {
  readonly view: EditorView;
  /** What the text is by now, if others wrote in it. */
  rewrite(text: string): void;
  /** Puts the cursor at the end, where nobody has put it anywhere yet. */
  focus(): void;
  close(): void;
}

const marksOf = (state: EditorState): readonly string[] => state.doc.attrs.decided as readonly string[];

/** A text that is written in. `attributes`: of the element that is written in. */
export function openEditor(
  place: HTMLElement,
  text: string,
  attributes: (state: EditorState) => Record<string, string>,
  ports: EditorPorts,
): OpenEditor {
  let leaving = false;
  const decide = (view: EditorView): boolean => {
    const { from, to } = selectedLines(view.state);
    const found: { text: string; index: number; to: number }[] = [];
    for (let index = from; index <= to; index = (found.at(-1)?.to ?? index) + 1) {
      const line = lineWithItsBullets(view.state, index);
      found.push({ text: line.text, index, to: line.to });
    }
    const decisions = found.filter((line) => line.text.trim() !== '');
    if (decisions.length === 0) {
      ports.nothingToDecide();
      return true;
    }
    // Asked for first: what is asked for is kept before the line goes.
    const marks = decisions.map((line) => ports.decided(line.text, line.index));
    const last = found.at(-1)?.to ?? to;
    const { $head, empty } = view.state.selection;
    // Who has just written it goes on in its place; who came to it goes on with what stands behind it.
    const goesOn = empty && $head.parentOffset === $head.parent.content.size;
    const transaction = (goesOn ? emptiedLine : withoutLines)(view.state, from, last)
      .setDocAttribute('decided', [...marksOf(view.state), ...marks])
      .setMeta('decides', true);
    view.dispatch(closeHistory(transaction.scrollIntoView()));
    return true;
  };
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      doc: textDocument(text),
      plugins: [
        bulletsByHand,
        keymap({
          Enter: newLine,
          'Shift-Enter': newLine,
          Backspace: chainCommands(deleteSelection, plainAgain, joinBackward),
          'Mod-Backspace': chainCommands(deleteSelection, plainAgain, joinBackward),
          Delete: chainCommands(deleteSelection, joinForward),
          Tab: (state, dispatch) => !leaving && deeper(state, dispatch),
          'Shift-Tab': (state, dispatch) => !leaving && shallower(state, dispatch),
          'Mod-z': undo,
          'Mod-y': redo,
          'Mod-Z': redo,
          'Mod-Enter': () => decide(view),
        }),
        keymap(baseKeymap),
        bulletsAsTyped,
        leftLine,
        history({ depth: 500 }),
      ],
    }),
    attributes,
    handleKeyDown(_, event) {
      // Esc lets the next Tab lead out of the text, wherever the cursor stands.
      if (event.key === 'Escape') leaving = true;
      else if (event.key !== 'Tab' && event.key !== 'Shift') leaving = false;
      return false;
    },
    // Read by the editor too, before anybody is asked, and at a drop.
    transformPastedHTML: unstyled,
    handlePaste(view, event) {
      const data = event.clipboardData;
      if (!data) return false;
      const html = data.getData('text/html');
      const lines = html
        ? linesOfHtml(new DOMParser().parseFromString(unstyled(html), 'text/html').body)
        : linesOfPlainText(data.getData('text/plain'));
      if (lines.length === 0) return true;
      view.dispatch(closeHistory(pasteLines(view.state, lines)).setMeta('paste', true));
      return true;
    },
    clipboardTextSerializer: (slice) =>
      writtenLines(linesIn(schema.node('doc', null, slice.content.size > 0 ? slice.content : undefined))),
    clipboardSerializer: clipboardLines,
    handleDOMEvents: {
      blur() {
        leaving = false;
        // Who looks at another window comes back to the same place.
        const transaction = document.hasFocus() ? withoutLeftLine(view.state) : null;
        if (transaction) view.dispatch(transaction);
        return false;
      },
    },
    dispatchTransaction(transaction) {
      const before = view.state;
      const next = before.apply(transaction);
      view.updateState(next);
      if (!transaction.docChanged && marksOf(before) === marksOf(next)) return;
      ports.typed(textOf(next.doc));
      if (transaction.getMeta('decides')) return;
      for (const mark of marksOf(before)) if (!marksOf(next).includes(mark)) ports.takenBack(mark);
      for (const mark of marksOf(next)) if (!marksOf(before).includes(mark)) ports.decidedAgain(mark);
    },
  });
  return {
    view,
    rewrite(now) {
      const transaction = rewrite(view.state, now, view.hasFocus());
      if (transaction) view.dispatch(transaction);
    },
    focus() {
      if (view.state.selection.eq(Selection.atStart(view.state.doc)))
        view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)));
      view.focus();
    },
    close: () => view.destroy(),
  };
}

/** Puts a line back where it was, as well as that can still be said. */
export function withLine(text: string, line: string, index: number): string {
  const lines = text.split('\n');
  const at = Math.min(index, lines.length);
  // The empty line that was left to write in takes it.
  if (lines[at] !== undefined && typedLine(lines[at]).text.trim() === '') lines[at] = line;
  else lines.splice(at, 0, line);
  return lines.join('\n');
}
