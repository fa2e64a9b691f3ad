import './links.css';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Dropdown,
  Field,
  MessageBar,
  MessageBarBody,
  Option,
} from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PageLinkIssued, PageRefusal } from '../../views/page/pageAnswers.ts';
import { linksTexts } from '../../wording/page/linksTexts.ts';
import { useRoom } from '../room.ts';
import { FreshLink, type MadeLink } from './freshLink.tsx';
import { GivenLinks } from './givenLinks.tsx';

/** Stands among person ids for the big screen. */
const SCREEN = 'screen';

/** *Adgangslink til …*: makes a link, shows it once, and lists those that were given. */
export function LinksDialog({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const { view, language, fetch } = useRoom();
  const texts = linksTexts[language];
  const [chosen, setChosen] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [made, setMade] = useState<MadeLink | null>(null);
  const people = view.head.people.filter(({ name }) => name !== '');
  const nameOf = (id: string) =>
    id === SCREEN ? texts.screen : (people.find(({ personId }) => personId === id)?.name ?? '');
  // Focus goes back to where it came from; without it, the page behind would stay hidden from who hears it.
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (open) opener.current = document.activeElement;
  }, [open]);
  useEffect(() => {
    if (!open && opener.current instanceof HTMLElement) opener.current.focus();
  }, [open]);
  /** A link is shown once: not again when the dialog is. */
  const leave = () => {
    setMade(null);
    setFailed(null);
    close();
  };
  const make = async () => {
    if (chosen === null) return setMissing(true);
    setBusy(true);
    setFailed(null);
    setMade(null);
    try {
      const response = await fetch('/links', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ personId: chosen === SCREEN ? null : chosen }),
      });
      const body = (await response.json()) as PageLinkIssued | PageRefusal;
      if ('url' in body) setMade({ ...body, name: nameOf(chosen), ofScreen: chosen === SCREEN });
      else setFailed(body.sentence ?? texts.failed);
    } catch {
      setFailed(texts.failed);
    }
    setBusy(false);
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && leave()}>
      <DialogSurface className="linksDialog">
        <DialogBody>
          <DialogTitle>{texts.title}</DialogTitle>
          <DialogContent>
            <p>{texts.lead}</p>
            <div className="makeLink">
              <Field
                label={texts.who}
                hint={chosen === SCREEN ? texts.screenLead : null}
                validationMessage={missing ? texts.whoMissing : null}
                validationState={missing ? 'error' : 'none'}
              >
                <Dropdown
                  inlinePopup
                  value={chosen === null ? '' : nameOf(chosen)}
                  selectedOptions={chosen === null ? [] : [chosen]}
                  onOptionSelect={(_, { optionValue }) => {
                    setChosen(optionValue ?? null);
                    setMissing(false);
                  }}
                >
                  <Option value={SCREEN}>{texts.screen}</Option>
                  {people.map(({ personId, name, organisation }) => (
                    <Option key={personId} value={personId} text={name}>
                      {organisation ? `${name}, ${organisation}` : name}
                    </Option>
                  ))}
                </Dropdown>
              </Field>
              <Button appearance="primary" disabledFocusable={busy} onClick={() => void make()}>
                {busy ? texts.making : texts.make}
              </Button>
            </div>
            <div aria-live="polite">
              {failed && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{failed}</MessageBarBody>
                </MessageBar>
              )}
              {made && <FreshLink texts={texts} made={made} />}
            </div>
            <GivenLinks />
          </DialogContent>
          <DialogActions>
            <Button onClick={leave}>{texts.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
