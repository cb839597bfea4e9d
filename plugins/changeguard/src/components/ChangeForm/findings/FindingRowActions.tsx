import IconButton from '@material-ui/core/IconButton';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import { useTexts } from '../../../hooks/useTexts';
import type { FindingRowProps } from './FindingRow';

/** Moves a finding up or down, or takes it away. */
export const FindingRowActions = (props: FindingRowProps) => {
  const { group, number, isLast, onMove, onRemove } = props;
  const [{ key }] = group;
  const t = useTexts();
  const named = { number: String(number) };

  return (
    <span>
      <IconButton
        size="small"
        aria-label={t('changeForm.finding.up', named)}
        disabled={number === 1}
        onClick={() => onMove(key, -1)}
      >
        <ArrowUpwardIcon fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('changeForm.finding.down', named)}
        disabled={isLast}
        onClick={() => onMove(key, 1)}
      >
        <ArrowDownwardIcon fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        aria-label={
          group.length > 1
            ? t('changeForm.finding.removeAll', {
                ...named,
                places: String(group.length),
              })
            : t('changeForm.finding.remove', named)
        }
        onClick={() => onRemove(group.map(one => one.key))}
      >
        <DeleteOutlineIcon fontSize="small" />
      </IconButton>
    </span>
  );
};
