import { type ReactNode, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import classes from './badge.module.css';

interface Props {
  readonly children: ReactNode;
  readonly card: ReactNode;
  readonly className: string | undefined;
  readonly 'aria-label': string;
  readonly 'data-colour': string;
  readonly 'data-state': string;
}

const openAfterMs = 150;
const closeAfterMs = 200;
const gapPx = 6;

/**
 * A button whose card shows on hover, on focus by the keyboard and on tap. Escape closes it, the pointer may
 * move into it, and only one that is open costs anything: a list has hundreds.
 */
export function HoverCard({ children, card, className, ...marks }: Props) {
  const anchor = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const id = useId();
  const later = useCallback((to: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(to), to ? openAfterMs : closeAfterMs);
  }, []);
  const at = useCallback((to: boolean) => {
    clearTimeout(timer.current);
    setOpen(to);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hover = {
    onPointerEnter: (event: React.PointerEvent) => event.pointerType === 'mouse' && later(true),
    onPointerLeave: (event: React.PointerEvent) => event.pointerType === 'mouse' && later(false),
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={className}
        aria-describedby={open ? id : undefined}
        aria-expanded={open}
        onClick={() => at(true)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && at(true)}
        onBlur={() => at(false)}
        {...hover}
        {...marks}
      >
        {children}
      </button>
      {open && (
        <Card id={id} anchor={anchor} onClose={() => at(false)} hover={hover}>
          {card}
        </Card>
      )}
    </>
  );
}

interface CardProps {
  readonly id: string;
  readonly anchor: React.RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly hover: React.DOMAttributes<HTMLDivElement>;
  readonly children: ReactNode;
}

function Card({ id, anchor, onClose, hover, children }: CardProps) {
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      if (anchor.current && own.current) placeBeside(own.current, anchor.current.getBoundingClientRect());
    };
    place();
    const resized = new ResizeObserver(place);
    if (own.current) resized.observe(own.current);
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      resized.disconnect();
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [anchor]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    const onPress = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!own.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [anchor, onClose]);
  return createPortal(
    <div ref={own} id={id} role="tooltip" className={classes.card} {...hover}>
      {children}
    </div>,
    document.body,
  );
}

/** Below the anchor, above it where there is more room; never over the edge of the window. */
function placeBeside(card: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth, offsetHeight } = card;
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.max(gapPx, Math.min(anchor.left, clientWidth - offsetWidth - gapPx));
  const fitsBelow = anchor.bottom + gapPx + offsetHeight <= clientHeight;
  const above = anchor.top - gapPx - offsetHeight;
  const top = fitsBelow || above < gapPx ? anchor.bottom + gapPx : above;
  card.style.left = `${left}px`;
  card.style.top = `${Math.max(gapPx, Math.min(top, clientHeight - offsetHeight - gapPx))}px`;
}
