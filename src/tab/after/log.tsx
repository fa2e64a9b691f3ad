import { Spinner } from '@fluentui/react-components';
import type { LogLine } from '../../views/logLines.ts';
import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import { useRoom } from '../room.ts';
import { useAnswer } from '../useAnswer.ts';

/** Everything that was done in the meeting, in words; the newest first. */
export function Log() {
  const { view, language } = useRoom();
  const texts = pageAfterTexts[language];
  const answered = useAnswer<readonly LogLine[]>('/log', view.head.version);
  if (answered.kind === 'loading') return <Spinner label={texts.loading} />;
  if (answered.kind === 'failed') return <p>{texts.logFailed}</p>;
  const lines = answered.kind === 'ready' ? [...answered.value].reverse() : [];
  if (lines.length === 0) return <p>{texts.logEmpty}</p>;
  return (
    <table className="log">
      <thead>
        <tr>
          <th scope="col">{texts.logWhen}</th>
          <th scope="col">{texts.logWho}</th>
          <th scope="col">{texts.logWhat}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ version, when, who, what }) => (
          <tr key={version}>
            <td>{when}</td>
            <td>{who}</td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
