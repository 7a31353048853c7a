import { Button, Checkbox, NativeSelect, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { explain, isProblem } from '../api/problem.ts';
import { Failing } from '../feedback/failing.tsx';
import { Notice } from '../feedback/notice.tsx';
import { Brand } from '../shell/brand.tsx';
import { useTitle } from '../shell/use-title.ts';
import { type SignedOutWhy, useAuth } from './auth-context.tsx';
import { localIssuer } from './local-issuer.ts';
import classes from './sign-in-screen.module.css';

const notices: Record<SignedOutWhy, string | null> = {
  first: null,
  expired: 'Your sign-in has run out. Sign in again to go on where you were; your drafts are kept.',
  left: 'You are signed out.',
};

export function SignInScreen() {
  useTitle('Sign in');
  const { why, signedIn } = useAuth();
  const queries = useQueryClient();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [stay, setStay] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const people = useQuery({ queryKey: ['people'], queryFn: () => localIssuer.people() });
  const signIn = useMutation({
    mutationFn: () => localIssuer.signIn(user, password),
    onSuccess: (credentials) => {
      // Nothing that the last person could see is left for the next.
      queries.clear();
      signedIn(credentials, stay);
    },
    onError: () => {
      setPassword('');
      passwordField.current?.focus();
    },
  });
  const notice = notices[why];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (user && password) signIn.mutate();
  };

  return (
    <main className={classes.main}>
      <form className={`card ${classes.form}`} onSubmit={submit} aria-labelledby="sign-in-title">
        <Brand />
        <h1 id="sign-in-title" className={classes.title}>
          Sign in
        </h1>
        {notice && !signIn.isError && <p className={classes.notice}>{notice}</p>}
        {people.isError && (
          <Failing what="The list of people" error={people.error} onRetry={() => void people.refetch()} />
        )}
        <NativeSelect
          label="Who are you?"
          required
          value={user}
          onChange={(event) => setUser(event.currentTarget.value)}
          disabled={!people.data}
          data={[
            { value: '', label: people.data ? 'Choose your name' : 'Loading…' },
            ...(people.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <PasswordInput
          ref={passwordField}
          label="Password"
          required
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Checkbox
          label="Stay signed in on this computer"
          checked={stay}
          onChange={(event) => setStay(event.currentTarget.checked)}
        />
        {signIn.isError && (
          <Notice tone="danger" title="Not signed in">
            {refusal(signIn.error)}
          </Notice>
        )}
        <Button type="submit" loading={signIn.isPending} disabled={!user || !password} fullWidth>
          Sign in
        </Button>
      </form>
    </main>
  );
}

function refusal(error: unknown): string {
  if (isProblem(error, 'auth.refused')) {
    return 'This name and password do not belong together. Check both and try again.';
  }
  return explain(error);
}
