import { Component, type ReactNode } from 'react';
import { messages } from '../messages/index.ts';
import { Problem } from './problem.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
}

/** Shows what failed in place of the part that failed; the frame stays. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Problem
        title={messages.shell.errors.crashed}
        error={error}
        onRetry={() => location.reload()}
        retryLabel={messages.shell.errors.reload}
      />
    );
  }
}
