import { useState } from 'react';
import type { PageItem, PageNote } from '../../views/page/pageView.ts';
import { correctedSpeaker, otherSpeaker } from '../speakerField.tsx';
import { TypedText } from '../typedText.tsx';
import { isKept } from '../useKeptText.ts';
import { numberOf, type Rights, useDesk } from './deskContext.ts';
import { MoveForm } from './moveForm.tsx';
import { Sure } from './sure.tsx';
import { useWordingPlace, WordingForm } from './wordingForm.tsx';

/**
 * Notes beside the text: for who leads those that wait to be confirmed, for others their own, and a way to add one.
 * Whoever writes the text itself needs no note.
 */
export function Notes({ item, rights }: { readonly item: PageItem; readonly rights: Rights }) {
  const { texts, act, room } = useDesk();
  const { itemId } = item;
  const place = useWordingPlace(`note.${itemId}`);
  const shown = rights.leading ? item.notes.filter(({ confirmed }) => !confirmed) : item.notes;
  const may = rights.note && !rights.write;
  const [adding, setAdding] = useState(() => may && isKept(place));
  if (shown.length === 0 && !may) return null;
  return (
    <div className="notes">
      {shown.length > 0 && <h4>{rights.leading ? texts.proposedNotes : texts.ownNotes}</h4>}
      {shown.length > 0 && (
        <ul>
          {shown.map((note) => (
            <Note key={note.noteId} item={item} note={note} rights={rights} />
          ))}
        </ul>
      )}
      {may &&
        (adding ? (
          <WordingForm
            label={texts.noteText(numberOf(item))}
            text=""
            place={place}
            close={() => setAdding(false)}
            save={(text) => act({ ask: 'note', itemId, noteId: room().newId(), text }, texts.done)}
          />
        ) : (
          <p className="adding">
            <button type="button" className="button quiet" onClick={() => setAdding(true)}>
              <span aria-hidden="true">+ </span>
              {texts.addNote}
            </button>
          </p>
        ))}
    </div>
  );
}

interface NoteProps {
  readonly item: PageItem;
  readonly note: PageNote;
  readonly rights: Rights;
}

function Note({ item, note, rights }: NoteProps) {
  const { texts, act, room } = useDesk();
  const { noteId, mine } = note;
  const place = useWordingPlace(noteId);
  const { itemId } = item;
  const mayChange = rights.note && (rights.leading || (mine && !note.inDiscussion));
  const [doing, setDoing] = useState<'correct' | 'strike' | 'move' | null>(
    mayChange && isKept(place) ? 'correct' : null,
  );
  const done = () => setDoing(null);
  if (doing === 'correct')
    return (
      <li className="note">
        <WordingForm
          label={texts.noteText(numberOf(item))}
          text={note.text}
          place={place}
          {...correctedSpeaker(rights, room().view.head, note)}
          close={done}
          save={(text, _, name) =>
            act({ ask: 'correctNote', itemId, noteId, text, ...otherSpeaker(note, name) }, texts.done)
          }
        />
      </li>
    );
  return (
    <li className={note.confirmed ? 'note' : 'note unconfirmed'}>
      <TypedText className="noteText" text={note.text} />
      <p className="registered">
        {texts.noteBy(note.by)}
        {!note.confirmed && (
          <>
            {' · '}
            <span className="mark">{texts.notConfirmed}</span>
          </>
        )}
      </p>
      {doing === 'move' && (
        <MoveForm
          label={texts.moveNoteTo}
          itemId={itemId}
          close={done}
          move={(toItemId) => act({ ask: 'moveNote', itemId, noteId, toItemId }, texts.done)}
        />
      )}
      {doing === 'strike' && (
        <Sure
          question={texts.strikeNoteSure}
          yes={texts.strike}
          close={done}
          act={() => act({ ask: 'strikeNote', itemId, noteId }, texts.struck)}
        />
      )}
      {doing === null && mayChange && (
        <div className="tools always">
          {rights.leading && !note.confirmed && (
            <button
              type="button"
              className="button small primary confirm"
              onClick={() => void act({ ask: 'confirmNote', itemId, noteId }, texts.noteConfirmed)}
            >
              {texts.confirmNote}
            </button>
          )}
          <button type="button" className="tool" onClick={() => setDoing('correct')}>
            {texts.correct}
          </button>
          <button type="button" className="tool" onClick={() => setDoing('move')}>
            {texts.move}
          </button>
          <button type="button" className="tool" onClick={() => setDoing('strike')}>
            {texts.strike}
          </button>
        </div>
      )}
    </li>
  );
}
