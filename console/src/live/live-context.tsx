import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useAuth } from '../auth/auth-context.tsx';
import type { ClientFrame, PushedFrame } from './frames.ts';
import { type LinkState, LiveSocket } from './socket.ts';
import { useRefetchSoon } from './use-refetch-soon.ts';

type Listener = (frame: PushedFrame) => void;

interface Live {
  readonly state: LinkState;
  /** How often lists ask by themselves: rarely while pushes arrive, often while they do not. */
  readonly pollMs: number;
  readonly listen: (listener: Listener) => () => void;
  readonly send: (frame: ClientFrame) => void;
}

/** What cannot have changed while the link was down; each fetch of it may be recorded as a look. */
const immutable = new Set<unknown>(['image', 'body', 'session', 'policy-set']);

const LiveContext = createContext<Live | null>(null);

export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const { credentials, expire } = useAuth();
  const queries = useQueryClient();
  const refetchSoon = useRefetchSoon();
  const [state, setState] = useState<LinkState>('connecting');
  const listeners = useRef(new Set<Listener>());
  const socket = useRef<LiveSocket | null>(null);
  const unsent = useRef<ClientFrame[]>([]);
  const token = credentials?.accessToken;

  useEffect(() => {
    if (token === undefined) return;
    const link = new LiveSocket(`${location.origin.replace(/^http/, 'ws')}/socket`, token, {
      onState: setState,
      onWelcome: () => {
        for (const frame of unsent.current.splice(0)) link.send(frame);
        void queries.invalidateQueries({ predicate: ({ queryKey }) => !immutable.has(queryKey[0]) });
      },
      onFrame: (frame) => {
        refetchSoon(frame);
        for (const listener of listeners.current) listener(frame);
      },
      onRefused: expire,
    });
    socket.current = link;
    link.open();
    return () => link.close();
  }, [token, queries, refetchSoon, expire]);

  const listen = useCallback((listener: Listener) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  }, []);
  const send = useCallback((frame: ClientFrame) => {
    if (!socket.current?.send(frame)) unsent.current.push(frame);
  }, []);
  const live = useMemo(
    () => ({ state, pollMs: state === 'live' ? 60_000 : 10_000, listen, send }),
    [state, listen, send],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive outside of LiveProvider');
  return live;
}
