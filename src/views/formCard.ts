import { type Button, type CardView, noticeOf, rows, type Sight } from './cardView.ts';

interface TextField {
  readonly kind: 'text';
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly multiline: boolean;
  readonly required: boolean;
  readonly errorMessage: string;
}
interface ChoiceField {
  readonly kind: 'choice';
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly multi: boolean;
  readonly style: 'compact' | 'expanded';
  readonly required: boolean;
  readonly errorMessage: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** UTF-16 code units of JSON that the choices may take. */
  readonly room: number;
}
export type Field = TextField | ChoiceField;

/** UTF-16 code units of JSON that the choices of one field may take, where it does not say. */
const CHOICE_ROOM = 3500;

/** A text field; what is not said is empty. */
export const textField = (field: Partial<TextField> & Pick<TextField, 'id' | 'label'>): TextField => ({
  kind: 'text',
  placeholder: '',
  value: '',
  multiline: false,
  required: false,
  errorMessage: '',
  ...field,
});
/** A choice; what is not said is empty. */
export const choiceField = (
  field: Partial<ChoiceField> & Pick<ChoiceField, 'id' | 'label' | 'choices'>,
): ChoiceField => ({
  kind: 'choice',
  placeholder: '',
  value: '',
  multi: false,
  style: 'compact',
  required: false,
  errorMessage: '',
  room: CHOICE_ROOM,
  ...field,
});

/** UTF-16 code units of JSON that a field may open with. */
const TEXT_ROOM = 7000;

/** True where a field can open with this text; a longer one would be cut, and then saved so. */
export const fitsField = (text: string): boolean => JSON.stringify(text).length <= TEXT_ROOM;

/** Choices in their order, as many as there is room for; what is chosen already is always among them. */
function withinRoom({ choices, value, room: most }: ChoiceField): ChoiceField['choices'] {
  const chosen = value.split(',');
  const isChosen = (choice: { value: string }) => chosen.includes(choice.value);
  const first = [...choices.filter(isChosen), ...choices.filter((one) => !isChosen(one))];
  const kept = new Set<ChoiceField['choices'][number]>();
  let room = most;
  for (const choice of first) {
    room -= JSON.stringify(choice).length;
    if (room < 0) break;
    kept.add(choice);
  }
  return choices.filter((choice) => kept.has(choice));
}

/** One form body: what a dialog shows in Teams, and what a tap is answered with. */
export function formCard(
  sight: Pick<Sight, 'language' | 'notice'>,
  form: {
    heading: string;
    fields: readonly Field[];
    help?: string;
    warning?: string | undefined;
    buttons: readonly Button[];
  },
): CardView {
  return {
    template: 'form',
    summary: form.heading,
    model: {
      language: sight.language,
      fallbackText: form.heading,
      heading: form.heading,
      ...noticeOf({ notice: form.warning ?? sight.notice }),
      fields: form.fields.map((field) => ({
        ...field,
        ...(field.kind === 'choice' ? { choices: withinRoom(field) } : {}),
        isText: field.kind === 'text',
        isChoice: field.kind === 'choice',
      })),
      hasHelp: form.help !== undefined,
      help: form.help ?? '',
      buttonRows: rows(form.buttons),
    },
  };
}
