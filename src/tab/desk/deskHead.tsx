import type { PageHead } from '../../views/page/pageView.ts';
import { writeWhen } from '../../wording/dates.ts';
import { Facts } from '../facts.tsx';
import { useDesk } from './deskContext.ts';

/** The head of the minutes: what was held, when, where, and by whom. */
export function DeskHead({ head }: { readonly head: PageHead }) {
  const { texts, language } = useDesk();
  const named = (role: 'chair' | 'minuteTaker'): string[] => {
    const held = head.people.filter(({ roles }) => roles.includes(role));
    return (held.length > 0 ? held : head.people.filter((person) => person.named.includes(role))).map(
      ({ name }) => name,
    );
  };
  const minuteTakers = named('minuteTaker');
  const when = head.date || head.start ? writeWhen(head.date, head.start, head.end, language) : '';
  const facts = [
    { label: texts.when, value: when },
    { label: texts.place, value: head.place ?? '' },
    { label: texts.chair, value: named('chair').join(', ') },
    { label: texts.minuteTakers(minuteTakers.length), value: minuteTakers.join(', ') },
  ];
  return (
    <header className="documentHead">
      {head.forum && head.forum !== head.title && <p className="forum">{head.forum}</p>}
      <h1>{head.title ?? head.forum ?? texts.documentLabel}</h1>
      <Facts facts={facts.filter(({ value }) => value !== '')} />
    </header>
  );
}
