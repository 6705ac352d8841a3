import type { AriaLabelConfig } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** What the canvas tells people who don't see it, in their language. */
export function useCanvasLabels(): Partial<AriaLabelConfig> {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('canvas.step.keys'),
      'node.a11yDescription.keyboardDisabled': t('canvas.step.keys'),
      'node.a11yDescription.ariaLiveMessage': () => '',
      'edge.a11yDescription.default': t('canvas.step.edgeKeys'),
      'minimap.ariaLabel': t('canvas.editor.minimap'),
      'handle.ariaLabel': t('canvas.step.handle'),
    }),
    [t],
  );
}
