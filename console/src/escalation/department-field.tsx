import { NativeSelect } from '@mantine/core';
import { useSession } from '../api/session.ts';

interface Props {
  readonly value: string;
  readonly onChange: (department: string) => void;
}

/** The departments of the desk. */
export function DepartmentField({ value, onChange }: Props) {
  const { departments } = useSession();
  return (
    <NativeSelect
      label="Department"
      required
      value={value}
      error={departments.length === 0 ? 'The configuration names no department.' : null}
      data={[
        { value: '', label: 'Choose a department' },
        ...departments.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
