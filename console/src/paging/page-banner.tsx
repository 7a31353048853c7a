import { useRef } from 'react';
import { useShortcut } from '../shell/shortcuts.ts';
import { BannerOutcome } from './banner-outcome.tsx';
import { BannerPage } from './banner-page.tsx';
import { BannerSound } from './banner-sound.tsx';
import classes from './page-banner.module.css';
import { usePaging } from './paging-context.tsx';

/** On every screen while any emergency page is open, whoever it was sent to. */
export function PageBanner() {
  const { open, pushed, outcomes, listError } = usePaging();
  const banner = useRef<HTMLElement>(null);
  useShortcut('g p', 'Go to the open pages', () =>
    banner.current?.querySelector<HTMLElement>('[data-page]')?.focus(),
  );
  const openIds = new Set([...open.map(({ page }) => page.id), ...pushed.map(({ pageId }) => pageId)]);
  const shownOutcomes = outcomes.filter(({ pageId, tone }) => tone === 'failed' || !openIds.has(pageId));
  if (openIds.size === 0 && shownOutcomes.length === 0 && !listError) return null;

  return (
    <section className={classes.banner} aria-label="Emergency pages" ref={banner}>
      {open.map((item) => (
        <BannerPage
          key={item.page.id}
          pageId={item.page.id}
          caseId={item.page.caseId}
          category={item.page.category}
          openedAt={item.page.openedAt}
          nextAttemptAt={item.page.nextAttemptAt}
        />
      ))}
      {pushed.map(({ pageId, caseId }) => (
        <BannerPage key={pageId} pageId={pageId} caseId={caseId} />
      ))}
      {shownOutcomes.map((outcome) => (
        <BannerOutcome key={outcome.pageId} outcome={outcome} />
      ))}
      {openIds.size > 0 && <BannerSound />}
      {listError !== null && openIds.size === 0 && (
        <p className={classes.unknown} role="alert">
          Open emergency pages cannot be read now, so none is shown. Trying again.
        </p>
      )}
    </section>
  );
}
