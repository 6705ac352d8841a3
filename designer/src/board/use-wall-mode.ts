import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';

const route = getRouteApi('/shell/board');

/**
 * Full screen for a monitor on the wall. It is part of the address, so a wall monitor can open it directly; there,
 * and where the browser has no full screen, the board fills the window instead. Escape leaves it.
 */
export function useWallMode() {
  const isOn = route.useSearch().wall === true;
  const navigate = route.useNavigate();

  const turn = useCallback(
    (on: boolean) => {
      void navigate({ search: (last) => ({ ...last, wall: on ? true : undefined }), replace: true });
    },
    [navigate],
  );

  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('[aria-expanded="true"]')) turn(false);
    };
    const onFullScreen = () => {
      if (!document.fullscreenElement) turn(false);
    };
    // Capturing, since an open tooltip keeps Escape to itself; an open menu rightly comes first.
    window.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('fullscreenchange', onFullScreen);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('fullscreenchange', onFullScreen);
      // Already left when the browser's own Escape was pressed.
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, [isOn, turn]);

  const toggle = () => {
    if (!isOn) document.documentElement.requestFullscreen?.().catch(() => {});
    turn(!isOn);
  };
  return { isOn, toggle };
}
