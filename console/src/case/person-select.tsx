import { NativeSelect } from '@mantine/core';
import { useSession } from '../api/session.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Not offered. */
  readonly without?: string | null;
  readonly onChange: (userId: string) => void;
}

export function PersonSelect({ label, value, without, onChange }: Props) {
  const { users, user } = useSession();
  const people = (users.some(({ id }) => id === user.id) ? users : [user, ...users]).filter(
    ({ id }) => id !== without,
  );
  return (
    <NativeSelect
      label={label}
      required
      value={value}
      data={[
        { value: '', label: 'Choose a person' },
        ...people.map(({ id, name }) => ({ value: id, label: id === user.id ? `${name} (you)` : name })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
