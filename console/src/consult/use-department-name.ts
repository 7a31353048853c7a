import { useSession } from '../api/session.ts';

/** A department's name, or the id where the configuration no longer has it. */
export function useDepartmentName(): (departmentId: string) => string {
  const { departments } = useSession();
  return (departmentId) => departments.find(({ id }) => id === departmentId)?.name ?? departmentId;
}
