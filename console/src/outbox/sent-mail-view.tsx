import { Tabs } from '@mantine/core';
import { Link } from 'wouter';
import { useSentMail } from '../api/outbox.ts';
import { Failing } from '../feedback/failing.tsx';
import { Loading } from '../feedback/loading.tsx';
import { HtmlPreview } from './html-preview.tsx';
import { MailState } from './mail-state.tsx';
import classes from './outbox.module.css';

export function SentMailView({ id }: { readonly id: string }) {
  const mail = useSentMail(id);
  if (mail.isPending) return <Loading what="the mail" />;
  if (mail.isError) return <Failing what="The mail" error={mail.error} onRetry={() => void mail.refetch()} />;
  const { summary, headers, text, html, raw } = mail.data;
  return (
    <article className={`card ${classes.mail}`} aria-labelledby="mail-subject">
      <Link href="/outbox" className={classes.back}>
        Back to the list
      </Link>
      <h2 id="mail-subject" className={classes.mailTitle}>
        {summary.subject || '(no subject)'}
      </h2>
      <p className={classes.mailFacts}>
        <MailState state={summary.state} detail={summary.detail} />
        {summary.detail && <span>{summary.detail}</span>}
      </p>
      <Tabs defaultValue="text">
        <Tabs.List>
          <Tabs.Tab value="text">Text</Tabs.Tab>
          <Tabs.Tab value="html" disabled={html === null}>
            HTML
          </Tabs.Tab>
          <Tabs.Tab value="headers">Headers</Tabs.Tab>
          <Tabs.Tab value="raw">Raw</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="text">
          <pre className={classes.pre} data-prose>
            {text || '(no text part)'}
          </pre>
        </Tabs.Panel>
        <Tabs.Panel value="html">{html !== null && <HtmlPreview html={html} />}</Tabs.Panel>
        <Tabs.Panel value="headers">
          <dl className={classes.headers}>
            {headers.map(({ name, value }, index) => (
              // A header may come twice: its place is its identity.
              <div key={`${index}-${name}`}>
                <dt>{name}</dt>
                <dd className="mono">{value}</dd>
              </div>
            ))}
          </dl>
        </Tabs.Panel>
        <Tabs.Panel value="raw">
          <pre className={classes.pre}>{raw}</pre>
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}
