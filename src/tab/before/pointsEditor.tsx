import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef } from 'react';
import type { CorrectionTexts } from '../../wording/page/correctionTexts.ts';
import type { Edit } from './agendaEdits.ts';
import type { CorrectedItem, CorrectedPoint } from './correction.ts';
import { addPoint, changePoint, mergePoint, removePoint, shiftPoint, splitPoint } from './pointEdits.ts';
import { type PointDeeds, PointField } from './pointField.tsx';

interface PointsEditorProps {
  readonly texts: CorrectionTexts;
  readonly item: CorrectedItem;
  readonly newId: () => string;
  readonly edit: (edit: Edit, place?: string | null) => void;
  /** An item of its own from this point on. */
  readonly newItem: (pointId: string) => void;
}

/** The points of an item's recommendation, each a field of its own. */
export function PointsEditor({ texts, item, newId, edit, newItem }: PointsEditorProps) {
  const fields = useRef(new Map<string, HTMLTextAreaElement>());
  /** Where the cursor goes once what was parted or joined is drawn. */
  const cursor = useRef<{ readonly pointId: string; readonly at: number } | null>(null);
  const keys = useId();
  useEffect(() => {
    const goal = cursor.current;
    const field = goal && fields.current.get(goal.pointId);
    if (!field) return;
    cursor.current = null;
    field.focus();
    field.setSelectionRange(goal.at, goal.at);
  });
  const { points } = item;
  const cursorIn = (point: CorrectedPoint) => fields.current.get(point.id)?.selectionStart ?? 0;
  const begin = (after: string | null) => {
    const fresh = newId();
    cursor.current = { pointId: fresh, at: texts.pointBegin.length };
    edit(addPoint(item.id, after, { id: fresh, text: texts.pointBegin }));
  };
  const deedsOf = (point: CorrectedPoint): PointDeeds => ({
    change: (text) => edit(changePoint(item.id, point.id, text), `point:${point.id}`),
    split() {
      const at = cursorIn(point);
      // At its end there is nothing to part off: the next one begins.
      if (at >= point.text.trimEnd().length) return begin(point.id);
      const fresh = newId();
      cursor.current = { pointId: fresh, at: 0 };
      edit(splitPoint(item.id, point.id, at, fresh));
    },
    merge() {
      const before = points[points.indexOf(point) - 1];
      if (!before) return;
      cursor.current = { pointId: before.id, at: before.text.length };
      edit(mergePoint(item.id, point.id));
    },
    shift(by) {
      cursor.current = { pointId: point.id, at: cursorIn(point) };
      edit(shiftPoint(item.id, point.id, by));
    },
    remove() {
      edit(removePoint(item.id, point.id));
    },
    newItem: () => newItem(point.id),
  });
  return (
    <fieldset className="points">
      <legend>{texts.points}</legend>
      {points.length === 0 ? <p className="quiet">{texts.noPoints}</p> : null}
      <ol>
        {points.map((point, index) => (
          <PointField
            key={point.id}
            texts={texts}
            text={point.text}
            index={index}
            count={points.length}
            keys={keys}
            hold={(field) => {
              if (field) fields.current.set(point.id, field);
              else fields.current.delete(point.id);
            }}
            deeds={deedsOf(point)}
          />
        ))}
      </ol>
      <p id={keys} className="quiet keys" hidden={points.length === 0}>
        {texts.pointKeys}
      </p>
      <Button appearance="subtle" size="small" icon={<AddRegular />} onClick={() => begin(null)}>
        {texts.addPoint}
      </Button>
    </fieldset>
  );
}
