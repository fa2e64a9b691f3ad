import { exportTexts } from '../wording/exportTexts.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import type { Minutes } from './draft.ts';
import type { MinutesBlock, MinutesDocument, MinutesSectionPart } from './minutesDocument.ts';
import { type MinutesWish, minutesDocument } from './minutesDocumentOf.ts';

type Item = Minutes['items'][number];

/**
 * *Mødepakke*: the agenda as the document that the minutes will be, with room to write by hand where discussion and
 * decision will stand. Nothing of what was registered is in it.
 */
export function meetingPack(minutes: Minutes, wish: MinutesWish): MinutesDocument {
  const language = wish.language ?? minutes.head.language;
  const t = exportTexts[language];
  const document = minutesDocument({ head: minutes.head, items: minutes.items.map(toBeFilledIn) }, wish);
  return {
    ...document,
    status: t.package,
    items: document.items.map((item) => {
      const points = item.sections.find(({ kind }) => kind === 'recommendation')?.blocks.length ?? 0;
      return { ...item, sections: item.sections.map((section) => blank(section, points)) };
    }),
    back: [],
    metadata: { ...document.metadata, documentType: minutesTexts[language].documentTypes.agenda },
  };

  function blank(section: MinutesSectionPart, points: number): MinutesSectionPart {
    const { kind, blocks } = section;
    if (kind === 'recommendation')
      return { ...section, blocks: blocks.map((one) => ({ ...one, remark: '' })) };
    if (kind === 'discussion') return { ...section, blocks: [line(t.blank), line(t.blank)] };
    if (kind !== 'decisions') return section;
    const { responsible, due } = minutesTexts[language];
    // a decision for each point that is asked
    const decided =
      points < 2 ? [t.decision] : Array.from({ length: points }, (_, at) => `${at + 1}. ${t.decision}`);
    const asked = [...decided, responsible, due].map((label) => line(`${label}: ${t.blank}`));
    return { ...section, blocks: asked };
  }
}

const line = (text: string): MinutesBlock => ({ style: 'paragraph', text, remark: '' });

/** With one entry each where something is to be written, so that its section stands where the layout has it. */
function toBeFilledIn(item: Item): Item {
  const entry = {
    text: '–',
    confirmed: true,
    struck: false,
    by: '',
    at: '1970-01-01T00:00:00.000Z',
    origin: 'meeting' as const,
    onBehalfOf: null,
    saidAt: null,
    earlier: [],
  };
  const open = item.recommendations.map((point) => ({
    ...point,
    status: 'open' as const,
    outcome: null,
    sentence: null,
    forwardedTo: null,
    until: null,
    decisions: [],
  }));
  const written = item.itemKind === 'item';
  return {
    ...item,
    recommendations: open,
    notes: written ? [{ noteId: 'pack', ...entry }] : [],
    decisions: written
      ? [
          {
            decisionId: 'pack',
            number: '',
            responsible: [],
            due: null,
            assignmentConfirmed: true,
            mergedInto: null,
            state: 'decided',
            task: null,
            ...entry,
          },
        ]
      : [],
    discussion: null,
    addenda: [],
    postponed: null,
  };
}
