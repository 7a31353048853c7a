import { Component, type ReactNode } from 'react';
import { Failing } from './failing.tsx';

interface Props {
  readonly children: ReactNode;
}

/** A fault in a screen must not leave a white page. Drafts are on the computer already. */
export class CrashGuard extends Component<Props, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <main style={{ maxWidth: '32rem', margin: '15vh auto', padding: '1rem' }}>
        <Failing what="This screen" error={this.state.error} onRetry={() => location.reload()} />
      </main>
    );
  }
}
