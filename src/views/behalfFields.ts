import { cut, formsOf, type Sight } from './cardView.ts';
import { choiceField, type Field, textField } from './formCard.ts';
import { peopleSeen } from './peopleSeen.ts';

/** JSON that the names may take: they stand beside a long text and its points. */
const ROOM = 1_500;

/** For whom something is registered, in the forms of who may do that: somebody who is known, or a name. */
export function behalfFields(
  sight: Sight,
  self: string | null,
  { behalf = '', behalfName = '' }: { readonly behalf?: string; readonly behalfName?: string } = {},
): Field[] {
  const f = formsOf(sight);
  const names = Object.values(peopleSeen(sight)).filter(({ id, name }) => name !== '' && id !== self);
  const choice = choiceField({
    id: 'behalf',
    label: f.onBehalfOf,
    placeholder: f.onOwnBehalf,
    value: behalf,
    choices: names.map(({ id, name }) => ({ title: cut(name, 60), value: id })),
    room: ROOM,
  });
  const other = textField({ id: 'behalfName', label: f.onBehalfOfOther, value: cut(behalfName, 200) });
  return names.length > 0 ? [choice, other] : [{ ...other, label: f.onBehalfOf }];
}
