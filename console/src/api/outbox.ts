import { useQuery } from '@tanstack/react-query';
import { useApi } from './api-context.tsx';
import { apiPath } from './client.ts';

export interface SentMailSummary {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly state: 'kept' | 'relayed' | 'waiting' | 'refused';
  readonly detail: string | null;
}

export interface SentMail {
  readonly summary: SentMailSummary;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  readonly html: string | null;
  readonly raw: string;
}

export function useOutbox() {
  const api = useApi();
  return useQuery({
    queryKey: ['outbox'],
    queryFn: ({ signal }) => api.get<{ items: readonly SentMailSummary[] }>('/api/outbox?limit=100', signal),
    select: ({ items }) => items,
    refetchInterval: 10_000,
  });
}

export function useSentMail(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['outbox', id],
    queryFn: ({ signal }) => api.get<SentMail>(apiPath(['api', 'outbox', id]), signal),
  });
}
