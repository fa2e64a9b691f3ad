import { Button, Dropdown, MessageBar, MessageBarBody, Option } from '@fluentui/react-components';
import type { GrantableRole } from '../../meeting/events.ts';
import type { PageMe, PagePerson } from '../../views/page/pageView.ts';
import { peopleTexts } from '../../wording/page/peopleTexts.ts';
import { useRoom } from '../room.ts';
import { useAsking } from '../useAsking.ts';

const all: readonly GrantableRole[] = ['chair', 'coChair', 'minuteTaker'];

/** Who leads and writes; taken, given and contested as the meeting's rules say. */
export function Roles() {
  const { view, language } = useRoom();
  const { people, me } = view.head;
  const texts = peopleTexts[language];
  const asking = useAsking();
  return (
    <section className="roles" aria-label={texts.roles}>
      <h2>{texts.roles}</h2>
      {asking.refused && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{asking.refused}</MessageBarBody>
        </MessageBar>
      )}
      <dl>
        {all.map((role) => (
          <div key={role} className="role">
            <dt>{texts.role[role]}</dt>
            <dd>
              <Holders role={role} people={people} me={me} asking={asking} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface HoldersProps {
  readonly role: GrantableRole;
  readonly people: readonly PagePerson[];
  readonly me: PageMe | null;
  readonly asking: ReturnType<typeof useAsking>;
}

function Holders({ role, people, me, asking }: HoldersProps) {
  const { language } = useRoom();
  const texts = peopleTexts[language];
  const holders = people.filter(({ roles }) => roles.includes(role));
  const named = people.filter((person) => person.named.includes(role) && !person.roles.includes(role));
  const mine = holders.some(({ personId }) => personId === me?.personId);
  const leads = me !== null && me.role !== 'participant' && me.role !== 'guest';
  const claims = me?.may.ClaimRole === 'yes' && !mine;
  const claimable = claims && (me?.unclaimed.includes(role) || holders.length === 0 || leads);
  return (
    <>
      {holders.length === 0 && named.length === 0 && <span className="quiet">{texts.noHolder}</span>}
      {holders.length > 0 && (
        <ul>
          {holders.map(({ personId, name }) => (
            <li key={personId}>
              <span>{name}</span>
              {me?.may.ContestRole !== 'no' && me !== null && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={texts.contestOf(name, texts.role[role])}
                  onClick={() => void asking.ask({ ask: 'contest', personId, role })}
                >
                  {texts.contest}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {named.length > 0 && (
        <p className="quiet">{texts.namedOnly(named.map(({ name }) => name).join(', '))}</p>
      )}
      <span className="roleDeeds">
        {claimable && (
          <Button size="small" onClick={() => void asking.ask({ ask: 'claimRole', role })}>
            {texts.claim[role]}
          </Button>
        )}
        {me?.may.AppointRole === 'yes' && (
          <Dropdown
            inlinePopup
            size="small"
            aria-label={texts.appoint[role]}
            placeholder={texts.appoint[role]}
            selectedOptions={[]}
            value=""
            onOptionSelect={(_, { optionValue }) =>
              optionValue && void asking.ask({ ask: 'appoint', personId: optionValue, role })
            }
          >
            {people
              .filter(({ name, roles }) => name !== '' && !roles.includes(role))
              .map(({ personId, name }) => (
                <Option key={personId} value={personId}>
                  {name}
                </Option>
              ))}
          </Dropdown>
        )}
      </span>
    </>
  );
}
