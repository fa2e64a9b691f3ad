import { shellTexts } from '../../wording/page/shellTexts.ts';
import { useRoom } from '../room.ts';

/** Over everything while a meeting is rehearsed: that nothing counts, and the way back. */
export function RehearsalBand() {
  const { language, openMeeting } = useRoom();
  const texts = shellTexts[language];
  return (
    <section className="rehearsalBand" aria-label={texts.rehearsal}>
      <strong>{texts.rehearsal}</strong>
      <button type="button" onClick={() => openMeeting(null)}>
        {texts.endRehearsal}
      </button>
    </section>
  );
}
