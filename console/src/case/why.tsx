import type { Case } from '../../../core/case/case.ts';
import type { Message } from '../../../core/case/message.ts';
import type { Signal } from '../../../core/triage/verdict.ts';
import classes from './case.module.css';
import { signalWords } from './signal-words.ts';

/** Why the priority is what it is, and the signs that the rules saw in the last judged message. */
export function Why({
  subject,
  messages,
}: {
  readonly subject: Case;
  readonly messages: readonly Message[];
}) {
  const signals =
    messages.findLast(({ verdict }) => (verdict?.signals.length ?? 0) > 0)?.verdict?.signals ?? [];
  return (
    <section className={`card ${classes.panel}`} aria-labelledby="why-title">
      <h2 id="why-title" className={classes.panelTitle}>
        Why {subject.priority}
      </h2>
      <p className={classes.whyWords}>{subject.why || 'No rule saw a sign of risk.'}</p>
      {signals.length > 0 && (
        <ul className={classes.signals}>
          {signals.map((signal) => (
            <SignalLine key={`${signal.rule}-${signal.field}-${signal.span[0]}`} signal={signal} />
          ))}
        </ul>
      )}
    </section>
  );
}

function SignalLine({ signal }: { readonly signal: Signal }) {
  return (
    <li data-weak={signal.suppressedBy !== undefined || undefined}>
      <q>{signal.text}</q>
      <span className="dim">
        {' '}
        in the {signal.field === 'quoted' ? 'quoted part' : signal.field}. {signalWords(signal)}.
      </span>
    </li>
  );
}
