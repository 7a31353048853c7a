import { Link, useRoute } from 'wouter';
import { useFailedIntake } from '../api/failed-intake.ts';
import { useSession } from '../api/session.ts';
import classes from './shell.module.css';

export function Nav() {
  const { features } = useSession();
  const failed = useFailedIntake();
  const count = failed.data?.items.length ?? 0;
  return (
    <nav className={classes.nav} aria-label="Main">
      <NavItem href="/queue/active" pattern="/queue/*?">
        Queue
      </NavItem>
      {features.outbox && (
        <NavItem href="/outbox" pattern="/outbox/*?">
          Outbox
        </NavItem>
      )}
      <NavItem href="/failed" pattern="/failed">
        Failed mail
        {count > 0 && (
          <span className={classes.count}>
            {count}
            {failed.data?.cursor ? '+' : ''}
          </span>
        )}
      </NavItem>
      <NavItem href="/promises" pattern="/promises/*?">
        Promises
      </NavItem>
    </nav>
  );
}

function NavItem(props: {
  readonly href: string;
  readonly pattern: string;
  readonly children: React.ReactNode;
}) {
  const [active] = useRoute(props.pattern);
  return (
    <Link href={props.href} className={classes.navItem} aria-current={active ? 'page' : undefined}>
      {props.children}
    </Link>
  );
}
