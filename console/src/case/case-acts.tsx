import { Button } from '@mantine/core';
import {
  IconArrowMerge,
  IconHandStop,
  IconMessageQuestion,
  IconTags,
  IconTrash,
  IconTrendingUp,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseDetail } from '../api/cases.ts';
import { AskDialog } from '../consult/ask-dialog.tsx';
import { EscalateDialog } from '../escalation/escalate-dialog.tsx';
import classes from './case.module.css';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { SpamDialog } from './spam-dialog.tsx';
import { TagsDialog } from './tags-dialog.tsx';

const acts = [
  { key: 'escalate', label: 'Escalate…', Icon: IconTrendingUp, Dialog: EscalateDialog },
  { key: 'ask', label: 'Ask a department…', Icon: IconMessageQuestion, Dialog: AskDialog },
  { key: 'hand-over', label: 'Hand over…', Icon: IconHandStop, Dialog: HandOverDialog },
  { key: 'tags', label: 'Tags…', Icon: IconTags, Dialog: TagsDialog },
  { key: 'merge', label: 'Merge…', Icon: IconArrowMerge, Dialog: MergeDialog },
  { key: 'spam', label: 'Spam…', Icon: IconTrash, Dialog: SpamDialog },
] as const;

/** What can be done with the whole case; each act asks for what must be on record. */
export function CaseActs({ detail }: { readonly detail: CaseDetail }) {
  const [openKey, setOpenKey] = useState<string | null>(null);
  const close = () => setOpenKey(null);
  const offered = detail.case.mergedInto === null ? acts : acts.filter(({ key }) => key === 'tags');
  return (
    <div className={classes.caseActs} role="group" aria-label="Acts on the case">
      {offered.map(({ key, label, Icon, Dialog }) => (
        <span key={key}>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Icon size={15} aria-hidden />}
            onClick={() => setOpenKey(key)}
          >
            {key === 'spam' && detail.case.flags.includes('spam') ? 'Not spam…' : label}
          </Button>
          {openKey === key && <Dialog detail={detail} onClose={close} />}
        </span>
      ))}
    </div>
  );
}
