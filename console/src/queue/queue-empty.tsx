import type { QueueView } from '../api/cases.ts';
import { useSession } from '../api/session.ts';
import { Empty } from '../feedback/empty.tsx';

const titles: Record<QueueView, string> = {
  active: 'Nothing needs you now',
  waiting: 'Nobody is being waited for',
  done: 'Nothing is done yet',
  mine: 'No case is assigned to you',
};

export function QueueEmpty({ view }: { readonly view: QueueView }) {
  const { desk } = useSession();
  return (
    <div className="card">
      <Empty title={titles[view]}>
        {view === 'active'
          ? `Mail to ${desk.supportAddress} appears here within seconds, without a reload.`
          : 'Cases move here by themselves as their status or assignee changes.'}
      </Empty>
    </div>
  );
}
