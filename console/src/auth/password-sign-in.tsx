import { Button, Checkbox, NativeSelect, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { explain, isProblem } from '../api/problem.ts';
import { Failing } from '../feedback/failing.tsx';
import { Notice } from '../feedback/notice.tsx';
import { useAuth } from './auth-context.tsx';
import type { PasswordIssuer } from './issuer.ts';
import { SignInCard } from './sign-in-card.tsx';
import classes from './sign-in-screen.module.css';
import { useSignedOutNotice } from './signed-out-notice.ts';

export function PasswordSignIn({ issuer }: { readonly issuer: PasswordIssuer }) {
  const { signedIn } = useAuth();
  const queries = useQueryClient();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [stay, setStay] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const people = useQuery({ queryKey: ['people'], queryFn: () => issuer.people() });
  const signIn = useMutation({
    mutationFn: () => issuer.signIn(user, password),
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
  const notice = useSignedOutNotice();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (user && password) signIn.mutate();
  };

  return (
    <SignInCard onSubmit={submit}>
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
    </SignInCard>
  );
}

function refusal(error: unknown): string {
  if (isProblem(error, 'auth.refused')) {
    return 'This name and password do not belong together. Check both and try again.';
  }
  return explain(error);
}
