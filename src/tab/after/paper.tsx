import type { ReactNode } from 'react';
import type {
  MinutesBlock,
  MinutesDocument,
  MinutesItemPart,
  MinutesPart,
} from '../../views/minutesDocument.ts';
import { ClockTogether } from '../clock/clockTogether.tsx';
import { Facts } from '../facts.tsx';
import { TypedText } from '../typedText.tsx';

interface PaperProps {
  readonly document: MinutesDocument;
  /** What can be done with an item, behind its heading. */
  readonly deeds?: (item: MinutesItemPart) => ReactNode;
}

/** The minutes as they are to be read, in the order and under the labels of the paper. */
export function Paper({ document, deeds }: PaperProps) {
  const { title, status, facts, people, front, items, back } = document;
  return (
    <article className="paper" lang={document.language}>
      <header>
        <h1>{title}</h1>
        <p className="paperStatus">{status}</p>
        <Facts facts={facts} />
      </header>
      {people.map(({ heading, groups }) => (
        <section key={heading} className="paperPeople">
          <h2>{heading}</h2>
          {groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups have no id, and two may be without organisation
            <div key={index}>
              {group.organisation !== null && <h3>{group.organisation}</h3>}
              <ul>
                {group.people.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
      {front.map((part) => (
        <Part key={part.id} part={part} />
      ))}
      {items.map((item) => (
        <section key={item.itemId} className={`paperItem ${item.kind}`} id={`item-${item.itemId}`}>
          <div className="paperHeading">
            <h2>
              <ClockTogether text={item.heading} />
            </h2>
            {deeds?.(item)}
          </div>
          {item.sections.map(({ id, label, blocks }) => (
            <div key={id} className="paperSection">
              {label !== null && <h3>{label}</h3>}
              <Blocks blocks={blocks} />
            </div>
          ))}
        </section>
      ))}
      {back.map((part) => (
        <Part key={part.id} part={part} />
      ))}
    </article>
  );
}

function Part({ part }: { readonly part: MinutesPart }) {
  return (
    <section className="paperSection">
      <h2>{part.heading}</h2>
      {part.groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no id, and their headings may be missing
        <div key={index}>
          {group.heading !== null && <h3>{group.heading}</h3>}
          <Blocks blocks={group.blocks} />
        </div>
      ))}
    </section>
  );
}

/** Blocks of the same kind next to each other are one list. */
function Blocks({ blocks }: { readonly blocks: readonly MinutesBlock[] }) {
  const runs: { style: MinutesBlock['style']; blocks: MinutesBlock[] }[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last && last.style === block.style && block.style !== 'paragraph') last.blocks.push(block);
    else runs.push({ style: block.style, blocks: [block] });
  }
  return runs.map(({ style, blocks: own }, place) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: blocks have no id; the same words may stand twice
    if (style === 'paragraph') return own.map((block) => <Block key={place} block={block} />);
    const entries = own.map((block, index) => (
      <li key={index}>
        <Block block={block} />
      </li>
    ));
    return style === 'number' ? <ol key={place}>{entries}</ol> : <ul key={place}>{entries}</ul>;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
  });
}

function Block({ block: { text, remark } }: { readonly block: MinutesBlock }) {
  return (
    <TypedText
      text={text}
      {...(remark === '' ? {} : { behind: <span className="paperRemark"> {remark}</span> })}
    />
  );
}
