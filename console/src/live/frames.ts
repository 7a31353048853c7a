/** What the desk pushes. */
export type Frame =
  | { readonly type: 'welcome'; readonly userId: string }
  | { readonly type: 'pong' }
  | { readonly type: 'error'; readonly code: string; readonly message: string }
  | { readonly type: 'case.changed'; readonly caseId: string }
  | PageFrame
  | EscalationFrame
  | {
      readonly type: 'page.closed';
      readonly pageId: string;
      /** A user id; null where no person is known. */
      readonly by: string | null;
      readonly outcome: string;
    };

/** A page for the person who is signed in. Its words hold no personal data. */
export interface PageFrame {
  readonly type: 'page';
  readonly pageId: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly attemptKey: string;
}

/** An escalation that reached the person who is signed in. */
export interface EscalationFrame {
  readonly type: 'escalation';
  readonly escalationId: string;
  readonly caseId: string;
}

export type PushedFrame = Exclude<Frame, { type: 'welcome' } | { type: 'pong' } | { type: 'error' }>;
export type ClientFrame = { readonly action: 'seen'; readonly attemptKey: string };
