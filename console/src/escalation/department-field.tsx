import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.tsx';
import { explain } from '../api/problem.ts';

interface Props {
  readonly value: string;
  readonly onChange: (department: string) => void;
}

/** The departments of the desk; where they cannot be read, the id is written by hand. */
export function DepartmentField({ value, onChange }: Props) {
  const { data, error } = useDepartments();
  const choose = (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    onChange(event.currentTarget.value);
  if (error !== null) {
    const description = `The list cannot be read: ${explain(error)} Write the id, such as payments.`;
    return (
      <TextInput label="Department" description={description} required value={value} onChange={choose} />
    );
  }
  const departments = Object.entries(data ?? {});
  const first = data === undefined ? 'Loading…' : 'Choose a department';
  return (
    <NativeSelect
      label="Department"
      required
      value={value}
      error={data !== undefined && departments.length === 0 ? 'The configuration names no department.' : null}
      data={[
        { value: '', label: first },
        ...departments.map(([id, { name }]) => ({ value: id, label: name })),
      ]}
      onChange={choose}
    />
  );
}

interface PromisesAnswer {
  readonly promises: { readonly departments: Readonly<Record<string, { readonly name: string }>> };
}

function useDepartments() {
  const api = useApi();
  return useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => api.get<PromisesAnswer>('/api/sla/promises', signal),
    select: ({ promises }) => promises.departments,
    staleTime: 60_000,
  });
}
