import type { ReactNode } from 'react';
import classes from './fields.module.css';

/** A field for those who only read. */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <span className={classes.factLabel}>{label}</span>
      <span>{children}</span>
    </div>
  );
}
