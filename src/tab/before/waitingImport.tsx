import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { beforeTexts } from '../../wording/page/beforeTexts.ts';
import { useRoom } from '../room.ts';

/** A new edition was read and put aside. */
export function WaitingImport({ name, see }: { readonly name: string; readonly see: () => void }) {
  const { language } = useRoom();
  const texts = beforeTexts[language];
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{texts.waitsAgain(name)}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={see}>{texts.see}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
