import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
} from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { BeforeTexts } from '../../wording/page/beforeTexts.ts';
import { useDroppedFiles } from './dropTarget.ts';
import type { Upload } from './upload.ts';

const accepted = '.docx,.pdf,.html,.htm,.txt,.md,.json';

interface AgendaDropProps {
  readonly texts: BeforeTexts;
  readonly upload: Upload;
  /** `whole`: there is nothing yet but this; `button`: beside an agenda; it may be dropped anywhere all the same. */
  readonly as: 'whole' | 'button';
  readonly label?: string;
}

/** Where the agenda document is dropped, or chosen by a button. */
export function AgendaDrop({ texts, upload, as, label }: AgendaDropProps) {
  const { state, take } = upload;
  const chooser = useRef<HTMLInputElement>(null);
  const over = useDroppedFiles(state.kind === 'reading' ? null : take);
  const button = (
    <Button
      appearance={as === 'whole' ? 'primary' : 'secondary'}
      size={as === 'whole' ? 'large' : 'medium'}
      icon={<ArrowUploadRegular />}
      disabledFocusable={state.kind === 'reading'}
      onClick={() => chooser.current?.click()}
    >
      {label ?? texts.choose}
    </Button>
  );
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept={accepted}
        hidden
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      {as === 'whole' ? (
        <div className={over ? 'dropHere over' : 'dropHere'}>
          <h1>{over ? texts.dropNow : texts.dropTitle}</h1>
          <p>{texts.dropLead}</p>
          {button}
          <UploadProgress texts={texts} upload={upload} />
        </div>
      ) : (
        <>
          {button}
          {over && (
            <div className="dropOver" aria-hidden="true">
              <p>{texts.dropNow}</p>
            </div>
          )}
        </>
      )}
    </>
  );
}

/** That it is being read, or why it was not. */
export function UploadProgress({ texts, upload }: Pick<AgendaDropProps, 'texts' | 'upload'>) {
  const { state, take } = upload;
  return (
    <div className="uploadState" aria-live="polite">
      {state.kind === 'reading' && (
        <>
          <p>{texts.reading(state.name)}</p>
          {state.severalDropped && <p>{texts.oneAtATime}</p>}
          <ProgressBar aria-label={texts.reading(state.name)} />
        </>
      )}
      {state.kind === 'failed' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{state.sentence}</MessageBarBody>
          {state.file && <Again texts={texts} file={state.file} take={take} />}
        </MessageBar>
      )}
    </div>
  );
}

function Again(props: { texts: BeforeTexts; file: File; take: Upload['take'] }) {
  const { texts, file, take } = props;
  return (
    <MessageBarActions>
      <Button onClick={() => take([file])}>{texts.tryAgain}</Button>
    </MessageBarActions>
  );
}
