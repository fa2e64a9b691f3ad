import { InputRule, inputRules } from 'prosemirror-inputrules';
import { levelOf } from './schema.ts';

/** "* " and "• " begin a bullet as "- " does (which is one as soon as it stands there). */
export const bulletsByHand = inputRules({
  rules: [
    new InputRule(/^\s*[*•·]\s$/u, (state, _match, start, end) => {
      const { $from } = state.selection;
      if (levelOf($from.parent) > 0) return null;
      return state.tr.delete(start, end).setNodeAttribute($from.before(), 'level', 1);
    }),
  ],
});
