import { useMemo } from 'react';
import { readSpeaker } from '../../wording/onBehalf.ts';
import { deskTexts } from '../../wording/page/deskTexts.ts';
import { typedLine } from '../../wording/typedLines.ts';
import { type DeskContext, useDesk } from './deskContext.ts';
import { type EditorPorts, withLine } from './editor/openEditor.ts';
import type { ItemText } from './keeping/itemText.ts';

/** As much of a decision is read out. */
const HEARD = 200;

interface LineDecision {
  readonly text: string;
  decisionId: string;
  /** The commit that recorded it; null: it was refused. */
  recorded: Promise<number | null>;
}

/** Lines of one text that became decisions, and went back. */
class LineDecisions implements Omit<EditorPorts, 'typed'> {
  readonly #made = new Map<string, LineDecision>();

  constructor(
    private readonly desk: DeskContext,
    private readonly itemId: string,
    private readonly text: ItemText,
  ) {}

  readonly decided = (text: string, index: number): string => {
    const decisionId = this.desk.room().newId();
    const line = { text, decisionId, recorded: this.#record(decisionId, text, index) };
    this.#made.set(decisionId, line);
    return decisionId;
  };

  readonly takenBack = (mark: string): void => {
    const line = this.#made.get(mark);
    if (line) void this.#takeBack(line);
  };

  readonly decidedAgain = (mark: string): void => {
    const line = this.#made.get(mark);
    if (!line) return;
    line.decisionId = this.desk.room().newId();
    line.recorded = this.#record(line.decisionId, line.text, Number.MAX_SAFE_INTEGER);
  };

  readonly nothingToDecide = (): void => this.desk.say(this.#texts.emptyLine);

  get #texts() {
    return deskTexts[this.desk.language];
  }

  async #record(decisionId: string, text: string, index: number): Promise<number | null> {
    const { itemId, desk } = this;
    const item = desk.room().view.items.find((one) => one.itemId === itemId);
    const pointIds = [...(item?.awaiting ?? [])];
    const heard = text.slice(0, HEARD);
    desk.say(this.#texts.decided(heard === text ? text : `${heard} …`));
    const speaker = readSpeaker(text);
    const said = speaker ? { text: speaker.rest, onBehalfOf: speaker.name } : { text };
    const answer = await desk.room().ask({ ask: 'decide', itemId, decisionId, pointIds, ...said });
    if (answer.kind !== 'refused') return answer.version;
    // Nothing that was written gets lost: the line comes back into the text.
    const line = typedLine(text.split('\n')[0] ?? '').text;
    const rest = text.split('\n').slice(1);
    this.text.typed(withLine(this.text.state.text, [line, ...rest].join('\n'), index));
    // For all to see: who writes looks at the line, and it is back without a word else.
    desk.refused(this.#texts.lineBack(answer.sentence));
    return null;
  }

  async #takeBack(line: LineDecision): Promise<void> {
    const { desk, itemId } = this;
    const version = await line.recorded;
    if (version === null) return;
    const undone = await desk.room().ask({ ask: 'undo', version, itemId: null });
    // Too long ago to be undone, or confirmed or corrected since: it is struck.
    const answer =
      undone.kind === 'refused'
        ? await desk.room().ask({ ask: 'strikeDecision', itemId, decisionId: line.decisionId })
        : undone;
    desk.say(answer.kind === 'refused' ? this.#texts.decisionStays : this.#texts.decisionTakenBack);
  }
}

/** What the editor of this item does with lines that become decisions; the same object as long as the item is shown. */
export function useDecisionLines(itemId: string, text: ItemText): Omit<EditorPorts, 'typed'> {
  const desk = useDesk();
  const { room, say, act, lost, refused, keeper, language, opened } = desk;
  return useMemo(
    () => new LineDecisions({ room, say, act, lost, refused, keeper, language, opened }, itemId, text),
    [room, say, act, lost, refused, keeper, language, opened, itemId, text],
  );
}
