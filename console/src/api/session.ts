import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Category } from '../../../core/case/category.ts';
import type { Priority } from '../../../core/case/priority.ts';
import type { Status } from '../../../core/case/status.ts';
import { useApi } from './api-context.tsx';
import type { Person } from './person.ts';

export interface Session {
  readonly user: Person & { readonly email: string; readonly roles: readonly string[] };
  readonly desk: { readonly name: string; readonly mailDomain: string; readonly supportAddress: string };
  readonly users: readonly Person[];
  /** Who can be asked. */
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly features: { readonly outbox: boolean };
  readonly vocabulary: {
    readonly statuses: readonly Status[];
    readonly priorities: readonly Priority[];
    readonly categories: readonly Category[];
  };
}

export interface OnCall {
  readonly policy: { readonly id: string; readonly name: string };
  readonly steps: readonly {
    readonly users: readonly Person[];
    readonly why: string;
    readonly waitSeconds: number;
  }[];
}

const sessionQuery = (api: ReturnType<typeof useApi>) => ({
  queryKey: ['session'],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Session>('/api/session', signal),
  staleTime: 5 * 60_000,
});

export function useSessionQuery() {
  return useQuery(sessionQuery(useApi()));
}

/** Only below the gate that has loaded it. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery(useApi())).data;
}

/** A person's name, or the id where the desk no longer knows them. */
export function useNameOf(): (userId: string) => string {
  const { users, user } = useSession();
  return (userId) => [user, ...users].find(({ id }) => id === userId)?.name ?? userId;
}

export function useOnCall() {
  const api = useApi();
  return useQuery({
    queryKey: ['on-call'],
    queryFn: ({ signal }) => api.get<OnCall>('/api/on-call', signal),
    refetchInterval: 60_000,
  });
}
