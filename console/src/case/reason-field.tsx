import { Textarea } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

export function ReasonField({ label, value, onChange }: Props) {
  return (
    <Textarea
      label={label}
      description="It is kept in the case's history."
      required
      rows={3}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
