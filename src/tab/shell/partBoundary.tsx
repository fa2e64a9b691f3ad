import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { shellTexts } from '../../wording/page/shellTexts.ts';
import { useAppearance } from './appearance.tsx';

/** A part that breaks takes nothing else along, and says what to do. */
export class PartBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { language } = useAppearance();
  const texts = shellTexts[language];
  return (
    <div className="notice" role="alert">
      <p>{texts.partFailed}</p>
      <Button onClick={() => location.reload()}>{texts.reload}</Button>
    </div>
  );
}
