import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inlineTextLimit, type Message } from '../../../core/case/message.ts';
import { useApi } from '../api/api-context.tsx';
import { type Body, messagePath } from '../api/cases.ts';
import { explain } from '../api/problem.ts';
import { Notice } from '../feedback/notice.tsx';
import { MarkedText } from './marked-text.tsx';
import classes from './message.module.css';

/** The newly written part; the quoted rest folded away. */
export function MessageBody({ caseId, message }: { readonly caseId: string; readonly message: Message }) {
  const api = useApi();
  const [wanted, setWanted] = useState(false);
  const whole = useQuery({
    queryKey: ['body', caseId, message.id],
    queryFn: ({ signal }) => api.get<Body>(messagePath(caseId, message.id, 'body'), signal),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const shown = whole.data ?? message;
  const written = shown.reply || shown.text;
  const signals = message.verdict?.signals ?? [];
  return (
    <>
      <div className={classes.text} dir="auto">
        {written === '' ? (
          <span className="dim">(no text)</span>
        ) : (
          <MarkedText text={written} signals={signals.filter(({ field }) => field === 'text')} />
        )}
      </div>
      {message.bodyKey !== null && !whole.data && (
        <p className={classes.more}>
          <span className="dim">
            A long message: its first {inlineTextLimit.toLocaleString()} characters are shown.
          </span>
          <Button
            size="compact-sm"
            variant="default"
            loading={whole.isFetching}
            onClick={() => setWanted(true)}
          >
            Show all
          </Button>
        </p>
      )}
      {whole.isError && (
        <Notice tone="danger" title="The rest could not be loaded">
          {explain(whole.error)}
        </Notice>
      )}
      {shown.reply !== '' && shown.quoted !== '' && (
        <details className={classes.quoted}>
          <summary>Quoted text and signature</summary>
          <div className={classes.text} dir="auto">
            <MarkedText text={shown.quoted} signals={signals.filter(({ field }) => field === 'quoted')} />
          </div>
        </details>
      )}
    </>
  );
}
