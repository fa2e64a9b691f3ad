import * as say from '../wording/importProblems.ts';
import type { ImportedAgenda } from './contract.ts';
import type { Findings, Remark } from './findings.ts';
import { matchName } from './matchNames.ts';
import { isFirstName } from './nameLists.ts';

/** Something is to be done by somebody, said without saying by whom. */
const passiveTask =
  /(?<!\p{L})(?:(?:skal|bør) .{0,60})?(?:undersøges|udarbejdes|indhentes|fremsendes|udsendes|afklares|indkaldes|kontaktes|revideres|opdateres|skitseres|bestilles|planlægges|rettes til|følges op|udformes|iværksættes|evalueres|forelægges|laves|sendes ud|sendes til)(?!\p{L})/iu;

/** People: who leads, who is away, whose name is in doubt, and what nobody was given to do. */
export function peopleRemarks(agenda: ImportedAgenda, findings: Findings): Remark[] {
  const remarks: Remark[] = [];
  const away = agenda.participants.filter((person) => person.apologies).map((person) => person.name);
  const isAway = (name: string) => {
    const match = matchName(name, away);
    return match.how === 'exact' || match.how === 'partial' ? match.name : null;
  };
  for (const item of agenda.items) {
    for (const name of item.presenters) {
      const known = isAway(name);
      if (known)
        remarks.push({
          code: 'presenterSentApologies',
          sentence: say.presenterSentApologies(known, item.number, item.title),
          item,
        });
      else if (
        isFirstName(name) &&
        agenda.participants.length > 0 &&
        matchName(
          name,
          agenda.participants.map((person) => person.name),
        ).how === 'unknown'
      )
        remarks.push({
          code: 'unknownPresenter',
          sentence: say.unknownPresenter(name, item.number, item.title),
          item,
        });
    }
  }
  for (const chair of agenda.chairs) {
    const known = isAway(chair);
    if (known)
      remarks.push({ code: 'chairSentApologies', sentence: say.chairSentApologies(known), item: null });
  }
  for (const { written, match, item } of findings.people) {
    if (match.how === 'ambiguous')
      remarks.push({
        code: 'ambiguousName',
        sentence: say.ambiguousName(written, match.candidates, item?.number ?? null, item?.title ?? null),
        item,
      });
    if (match.how === 'spelling')
      remarks.push({
        code: 'nameSpelling',
        sentence: say.nameSpelling(written, match.name, item?.number ?? null, item?.title ?? null),
        item,
      });
  }
  if (agenda.chairs.length === 0) remarks.push({ code: 'noChair', sentence: say.noChair, item: null });
  for (const item of agenda.items) {
    const open = item.decisions.some(
      (decision) => decision.responsible.length === 0 && passiveTask.test(decision.text),
    );
    if (open)
      remarks.push({
        code: 'nobodyResponsible',
        sentence: say.nobodyResponsible(item.number, item.title),
        item,
      });
  }
  return remarks;
}
