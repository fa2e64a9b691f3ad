import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { afterTexts } from '../../wording/afterTexts.ts';
import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import { useRoom } from '../room.ts';
import { useAsking } from '../useAsking.ts';
import { missingIn } from './missing.ts';

interface ApprovalProps {
  /** Of the minutes as they are shown. */
  readonly seenVersion: number;
  readonly close: () => void;
}

/** The second step of *Godkend referat*: what is missing, and that it is for good. */
export function Approval({ seenVersion, close }: ApprovalProps) {
  const { view, language } = useRoom();
  const texts = pageAfterTexts[language];
  const said = afterTexts[language];
  const asking = useAsking();
  const missing = missingIn(view.items);
  const points = missing.filter(({ kind }) => kind === 'point').length;
  const unconfirmed = missing.length - points;
  return (
    <section className="approval" aria-labelledby="approval-heading">
      <h2 id="approval-heading">{said.approveHeading}</h2>
      {missing.length === 0 ? (
        <p>{said.nothingPending}</p>
      ) : (
        <>
          <ul>
            {points > 0 && <li>{said.unanswered(points)}</li>}
            {unconfirmed > 0 && <li>{said.unconfirmed(unconfirmed)}</li>}
          </ul>
          <p>{said.staysMarked(points, unconfirmed)}</p>
        </>
      )}
      <p>{said.forGood}</p>
      {asking.refused && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{asking.refused}</MessageBarBody>
        </MessageBar>
      )}
      <div className="deedRow">
        <Button
          appearance="primary"
          disabledFocusable={asking.busy}
          onClick={() => void asking.ask({ ask: 'approve', seenVersion }).then((done) => done && close())}
        >
          {texts.approveNow}
        </Button>
        <Button autoFocus onClick={close}>
          {texts.back}
        </Button>
      </div>
    </section>
  );
}
