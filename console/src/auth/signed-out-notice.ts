import { type SignedOutWhy, useAuth } from './auth-context.tsx';

const notices: Record<SignedOutWhy, string | null> = {
  first: null,
  expired: 'Your sign-in has run out. Sign in again to go on where you were; your drafts are kept.',
  left: 'You are signed out.',
};

export function useSignedOutNotice(): string | null {
  return notices[useAuth().why];
}
