import { Modal } from '@mantine/core';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { useExplainedSla } from '../api/sla.ts';
import { Failing } from '../feedback/failing.tsx';
import { Loading } from '../feedback/loading.tsx';
import { nameOfClock } from './clock-words.ts';
import { ExplainedClock } from './explained-clock.tsx';

interface Props {
  readonly caseId: string;
  readonly asked: Pick<ClockState, 'clock' | 'instance'>;
  readonly onClose: () => void;
}

/** The desk's own account of a clock, for a person to check by hand. */
export function WhyDialog({ caseId, asked, onClose }: Props) {
  const explained = useExplainedSla(caseId);
  const found = explained.data?.clocks.find(
    ({ clock }) => clock.clock === asked.clock && clock.instance === asked.instance,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Why: ${nameOfClock(asked)}`}
      size="xl"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {explained.isPending && <Loading what="the account of the clock" />}
      {explained.isError && !explained.data && (
        <Failing
          what="The account of the clock"
          error={explained.error}
          onRetry={() => void explained.refetch()}
        />
      )}
      {explained.data && !found && <p>The desk no longer keeps this clock; its record is in the timeline.</p>}
      {explained.data && found && (
        <ExplainedClock
          clock={found.clock}
          explanation={found.explanation}
          policyWhy={explained.data.why}
          at={explained.data.at}
        />
      )}
    </Modal>
  );
}
