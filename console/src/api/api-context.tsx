import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useAuth } from '../auth/auth-context.tsx';
import { type Api, createApi } from './client.ts';

const ApiContext = createContext<Api | null>(null);

export function ApiProvider({ children }: { readonly children: ReactNode }) {
  const { credentials, expire } = useAuth();
  const accessToken = credentials?.accessToken ?? null;
  const api = useMemo(() => createApi(accessToken, expire), [accessToken, expire]);
  return <ApiContext value={api}>{children}</ApiContext>;
}

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi outside of ApiProvider');
  return api;
}
