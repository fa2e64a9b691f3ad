import { Button, Spinner } from '@fluentui/react-components';
import { SplitHorizontalRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef } from 'react';
import type { Language } from '../../meeting/agenda.ts';
import type { PageSource, PageSourceLine } from '../../views/page/pageAnswers.ts';
import { beforeTexts } from '../../wording/page/beforeTexts.ts';
import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import type { Answered } from '../useAnswer.ts';
import type { Light } from './bench.ts';
import type { CorrectedItem } from './correction.ts';
import { numberShown } from './numbering.ts';
import { columnShares, type SourceBlock, type SourceRow, sourceBlocks, sourceRows } from './sourceLines.ts';
import { type Parting, partingAt } from './splitting.ts';

interface SourceViewProps {
  readonly language: Language;
  readonly source: Answered<PageSource>;
  readonly items: readonly CorrectedItem[];
  /** The item that may be parted at its lines; null: none. */
  readonly open: string | null;
  readonly lit: Light | null;
  readonly light: (light: Light | null) => void;
  /** To the row of an item; null: there is none to go to. */
  readonly choose: ((itemId: string) => void) | null;
  readonly split: (item: CorrectedItem, parting: Parting) => void;
}

/** The document as it was read, each stretch linked to its item. */
export function SourceView(props: SourceViewProps) {
  const { language, source, lit } = props;
  const texts = beforeTexts[language];
  const pane = useRef<HTMLElement>(null);
  const shares = useMemo(
    (): ColumnShares => (source.kind === 'ready' ? columnShares(source.value) : new Map()),
    [source],
  );
  const wanted = lit?.from === 'row' ? lit.itemId : null;
  useEffect(() => {
    const frame = pane.current;
    const block = wanted && frame?.querySelector<HTMLElement>(`[data-block="${CSS.escape(wanted)}"]`);
    if (!frame || !block) return;
    const { top: frameTop } = frame.getBoundingClientRect();
    const top = block.getBoundingClientRect().top - frameTop + frame.scrollTop;
    // The foot of the frame may lie below that of the window.
    const visible = Math.min(frame.clientHeight, window.innerHeight - frameTop);
    const height = Math.min(block.offsetHeight, visible / 2);
    const seen = top >= frame.scrollTop && top + height <= frame.scrollTop + visible;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!seen) frame.scrollTo({ top: top - 24, behavior: calm ? 'instant' : 'smooth' });
  }, [wanted]);
  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section
      className={`source ${source.kind === 'ready' ? source.value.format : ''}`}
      ref={pane}
      tabIndex={0}
      aria-label={texts.document}
    >
      {source.kind === 'loading' && <Spinner label={texts.documentLoading} />}
      {(source.kind === 'none' || source.kind === 'failed') && <p className="quiet">{texts.noDocument}</p>}
      {source.kind === 'ready' &&
        sourceBlocks(source.value).map((block) => (
          <Block key={block.lines[0]?.line ?? 0} block={block} shares={shares} {...props} />
        ))}
    </section>
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above
  );
}

function Block({
  block,
  shares,
  ...props
}: SourceViewProps & { readonly block: SourceBlock; readonly shares: ColumnShares }) {
  const { language, items, open, lit, light, choose } = props;
  const { itemId, lines } = block;
  const item = items.find(({ id }) => id === itemId);
  if (!item)
    return (
      <div className="block">
        <Lines
          lines={lines}
          shares={shares}
          line={(line) => <Line key={line.line} line={line} language={language} />}
        />
      </div>
    );
  const texts = correctionTexts[language];
  const name = texts.item(numberShown(items, item), item.title);
  const mine = [lit?.itemId === item.id ? 'lit' : '', open === item.id ? 'chosen' : ''];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: light for the pointer; the button gives it to the keyboard
    <div
      className={['block', 'ofItem', ...mine].join(' ')}
      data-block={item.id}
      onMouseEnter={() => light({ itemId: item.id, from: 'line' })}
      onMouseLeave={() => light(null)}
      onFocus={() => light({ itemId: item.id, from: 'line' })}
      onBlur={() => light(null)}
    >
      {choose && (
        <button
          type="button"
          className="toItem"
          aria-label={texts.toSource(name)}
          onClick={() => choose(item.id)}
        >
          {numberShown(items, item) ?? '–'}
        </button>
      )}
      <Lines
        lines={lines}
        shares={shares}
        line={(line) => (
          <Line key={line.line} line={line} language={language}>
            {choose && open === item.id && line.part !== 'heading' && (
              <SplitHere {...props} item={item} line={line} />
            )}
          </Line>
        )}
      />
    </div>
  );
}

type ColumnShares = ReturnType<typeof columnShares>;

const columnsOf = ({ table, columns }: SourceRow, shares: ColumnShares): string =>
  Array.from({ length: columns }, (_, at) => `minmax(0, ${shares.get(table)?.[at] ?? 1}fr)`).join(' ');

/** The lines of a block; those of a table's row stand beside each other. */
function Lines(props: {
  readonly lines: readonly PageSourceLine[];
  readonly shares: ColumnShares;
  readonly line: (line: PageSourceLine) => React.ReactNode;
}) {
  return sourceRows(props.lines).map((row) =>
    'cells' in row ? (
      <div
        key={row.cells[0]?.lines[0]?.line}
        className="tableRow"
        style={{ gridTemplateColumns: columnsOf(row, props.shares) }}
      >
        {row.cells.map(({ start, end, lines }) => (
          <div key={start} style={{ gridColumn: `${start} / ${end}` }}>
            {lines.map(props.line)}
          </div>
        ))}
      </div>
    ) : (
      props.line(row)
    ),
  );
}

function Line(props: {
  readonly line: PageSourceLine;
  readonly language: Language;
  readonly children?: React.ReactNode;
}) {
  const { line, language, children } = props;
  const strong = line.heading !== null || line.bold || line.part === 'heading';
  const kind = line.text.trim() === '' ? 'blank' : line.heading === 0 ? 'first' : strong ? 'strong' : '';
  return (
    <>
      {line.page !== null && line.page > 1 && (
        <p className="pageMark">{beforeTexts[language].page(line.page)}</p>
      )}
      <p className={`line ${kind}`}>
        {line.text}
        {children}
      </p>
    </>
  );
}

function SplitHere(props: SourceViewProps & { readonly item: CorrectedItem; readonly line: PageSourceLine }) {
  const { language, item, line, split } = props;
  const parting = partingAt(item, line.text);
  if (!parting) return null;
  const texts = correctionTexts[language];
  return (
    <Button
      className="splitHere"
      size="small"
      icon={<SplitHorizontalRegular />}
      aria-label={texts.splitLine(line.text.trim().slice(0, 60))}
      onClick={() => split(item, parting)}
    >
      {texts.splitHere}
    </Button>
  );
}
