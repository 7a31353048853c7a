import { type ReactNode, useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { EscalationStrip } from '../escalation/escalation-strip.tsx';
import { AlertsButton } from '../paging/alerts-button.tsx';
import { AlertsSetup } from '../paging/alerts-setup.tsx';
import { PageBanner } from '../paging/page-banner.tsx';
import { listenForWaking } from '../sla/page-ticker.ts';
import { Account } from './account.tsx';
import { Brand } from './brand.tsx';
import { ConnectionIndicator } from './connection-indicator.tsx';
import { Nav } from './nav.tsx';
import { OnCallLine } from './on-call-line.tsx';
import { SchemeToggle } from './scheme-toggle.tsx';
import classes from './shell.module.css';
import { ShortcutHelp } from './shortcut-help.tsx';
import { listenForShortcuts, useShortcut } from './shortcuts.ts';

export function Shell({ children }: { readonly children: ReactNode }) {
  const [, navigate] = useLocation();
  useEffect(listenForShortcuts, []);
  useEffect(listenForWaking, []);
  useShortcut('g q', 'Go to the queue', () => navigate('/queue/active'));
  useShortcut('g m', 'Go to my cases', () => navigate('/queue/mine'));
  return (
    <>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      <PageBanner />
      <header className={classes.header}>
        <Link href="/queue/active" className={classes.home} aria-label="Harborwatch, to the queue">
          <Brand />
        </Link>
        <Nav />
        <div className={classes.tools}>
          <OnCallLine />
          <ConnectionIndicator />
          <AlertsButton />
          <SchemeToggle />
          <Account />
        </div>
      </header>
      <AlertsSetup />
      <EscalationStrip />
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <ShortcutHelp />
    </>
  );
}
