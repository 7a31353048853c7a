import type { FormEventHandler, ReactNode } from 'react';
import { Brand } from '../shell/brand.tsx';
import classes from './sign-in-screen.module.css';

interface Props {
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly children: ReactNode;
}

export function SignInCard({ onSubmit, children }: Props) {
  return (
    <main className={classes.main}>
      <form className={`card ${classes.form}`} onSubmit={onSubmit} aria-labelledby="sign-in-title">
        <Brand />
        <h1 id="sign-in-title" className={classes.title}>
          Sign in
        </h1>
        {children}
      </form>
    </main>
  );
}
