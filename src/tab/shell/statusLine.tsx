import { shellTexts } from '../../wording/page/shellTexts.ts';
import { useRoom } from '../room.ts';
import { RehearsalBand } from './rehearsalBand.tsx';

/** Says when what is shown may be old, and that what is typed is kept. Silent while all is well. */
export function StatusLine() {
  const { connection, unsent, language, view } = useRoom();
  const texts = shellTexts[language];
  const lines = [
    ...(connection === 'offline' ? [texts.offline] : connection === 'connecting' ? [texts.connecting] : []),
    ...(connection === 'offline' && unsent > 0 ? [texts.unsent(unsent)] : []),
  ];
  return (
    <>
      <div role="status" className="status">
        {lines.length > 0 && <p className={`bar ${connection}`}>{lines.join(' ')}</p>}
      </div>
      {view.head.rehearsal && <RehearsalBand />}
    </>
  );
}
