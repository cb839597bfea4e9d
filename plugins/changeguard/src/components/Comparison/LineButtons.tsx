import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import { useTexts } from '../../hooks/useTexts';

/** Lead to where a finding is in the two texts. */
export const LineButtons = (props: {
  finding: DetectedFinding;
  onShow: (side: 'before' | 'after') => void;
}) => {
  const { finding, onShow } = props;
  const t = useTexts();
  const ranges = { before: finding.beforeRange, after: finding.afterRange };

  return (
    <>
      {(['before', 'after'] as const).map(
        side =>
          ranges[side] && (
            <Button key={side} size="small" onClick={() => onShow(side)}>
              {t('comparison.lines', {
                side: t(`comparison.${side}`),
                line: String(ranges[side].startLine),
              })}
            </Button>
          ),
      )}
    </>
  );
};
