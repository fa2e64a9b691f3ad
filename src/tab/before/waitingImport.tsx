import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';

interface WaitingImportProps {
  readonly text: string;
  readonly label: string;
  readonly see: () => void;
}

/** An agenda that was read waits somewhere: put aside here, or as a meeting of its own. */
export function WaitingImport({ text, label, see }: WaitingImportProps) {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={see}>{label}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
