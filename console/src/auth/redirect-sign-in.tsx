import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { explain } from '../api/problem.ts';
import { Notice } from '../feedback/notice.tsx';
import type { RedirectIssuer, SignInWish } from './issuer.ts';
import { SignInCard } from './sign-in-card.tsx';
import classes from './sign-in-screen.module.css';
import { useSignedOutNotice } from './signed-out-notice.ts';

interface Props {
  readonly issuer: RedirectIssuer;
  readonly wish: SignInWish;
  /** Why the last try failed. */
  readonly refusal?: string;
}

export function RedirectSignIn({ issuer, wish, refusal }: Props) {
  const [stay, setStay] = useState(wish.stay);
  const leave = useMutation({
    mutationFn: () => issuer.begin({ returnTo: wish.returnTo, stay }),
    onSuccess: (address) => location.assign(address),
  });
  const notice = useSignedOutNotice();
  const wrong = leave.isError ? explain(leave.error) : refusal;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    leave.mutate();
  };
  return (
    <SignInCard onSubmit={submit}>
      {wrong === undefined && notice && <p className={classes.notice}>{notice}</p>}
      {wrong !== undefined && (
        <Notice tone="danger" title="Not signed in">
          {wrong}
        </Notice>
      )}
      <Checkbox
        label="Stay signed in on this computer"
        checked={stay}
        onChange={(event) => setStay(event.currentTarget.checked)}
      />
      <Button type="submit" loading={leave.isPending} fullWidth>
        {refusal === undefined ? 'Sign in' : 'Sign in again'}
      </Button>
    </SignInCard>
  );
}
