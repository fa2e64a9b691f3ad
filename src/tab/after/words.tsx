import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import { useRoom } from '../room.ts';
import type { Stretch } from './wordDiff.ts';

/** Words with what was added underlined and what was removed struck through; told in words to who does not see it. */
export function Words({ stretches }: { readonly stretches: readonly Stretch[] }) {
  const { language } = useRoom();
  const texts = pageAfterTexts[language];
  return stretches.map(({ kind, text }, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: stretches have no id; the same words may stand twice
    if (kind === 'same') return <span key={index}>{text}</span>;
    const Tag = kind === 'added' ? 'ins' : 'del';
    return (
      <Tag key={index}>
        <span className="onlyHeard">{kind === 'added' ? texts.added : texts.removed} </span>
        {text}
        <span className="onlyHeard"> {kind === 'added' ? texts.endAdded : texts.endRemoved}</span>
      </Tag>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
  });
}
