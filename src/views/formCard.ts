import { type Button, type CardView, rows, type Sight } from './cardView.ts';

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
  readonly style: 'compact' | 'expanded' | 'filtered';
  readonly required: boolean;
  readonly errorMessage: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}
export type Field = TextField | ChoiceField;

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
  ...field,
});

/** One form body: what a dialog shows in Teams, and what a tap is answered with. */
export function formCard(
  sight: Sight,
  form: {
    heading: string;
    fields: readonly Field[];
    help?: string;
    warning?: string | undefined;
    buttons: readonly Button[];
  },
): CardView {
  const warning = form.warning ?? sight.notice;
  return {
    template: 'form',
    summary: form.heading,
    model: {
      language: sight.language,
      fallbackText: form.heading,
      heading: form.heading,
      hasNotice: warning !== null,
      notice: warning ?? '',
      fields: form.fields.map((field) => ({
        ...field,
        isText: field.kind === 'text',
        isChoice: field.kind === 'choice',
      })),
      hasHelp: form.help !== undefined,
      help: form.help ?? '',
      buttonRows: rows(form.buttons),
    },
  };
}
