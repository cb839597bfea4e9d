import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import { useCallback, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { HiddenText } from '../../HiddenText/HiddenText';
import { fieldId } from '../checkForm';
import { ChangeFormState } from '../useChangeForm';
import { FindingRow, FindingRowProps } from './FindingRow';
import { useFindingRows } from './useFindingRows';

const useStyles = makeStyles(
  { list: { listStyle: 'none', padding: 0, margin: 0 } },
  { name: 'ChangeGuardFindingRows' },
);

/** What breaks, one row per fact, in however many places: add, remove, and put in order, by mouse or by keyboard. */
export const FindingRows = (props: { form: ChangeFormState }) => {
  const classes = useStyles();
  const t = useTexts();
  const { groups, change, move, remove, add, said } = useFindingRows(
    props.form,
  );
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  // By rows, because a group is another one as soon as its first place is taken away.
  const toggle = useCallback<FindingRowProps['onToggle']>(
    (group, isOpen) =>
      setOpened(current => {
        const next = new Set(current);
        for (const { key } of group) {
          if (isOpen) next.add(key);
          else next.delete(key);
        }
        return next;
      }),
    [],
  );

  return (
    <>
      <HiddenText role="status">{said}</HiddenText>
      <Typography variant="body2" color="textSecondary">
        {groups.length === 0
          ? t('changeForm.finding.none')
          : groups.length > 1 && t('changeForm.finding.keys')}
      </Typography>
      <ol className={classes.list}>
        {groups.map((group, index) => (
          <FindingRow
            key={group[0].key}
            group={group}
            number={index + 1}
            isLast={index === groups.length - 1}
            isOpen={group.some(({ key }) => opened.has(key))}
            onToggle={toggle}
            onChange={change}
            onMove={move}
            onRemove={remove}
          />
        ))}
      </ol>
      <Button
        id={fieldId('/findings')}
        startIcon={<AddIcon />}
        variant="outlined"
        onClick={add}
        disabled={props.form.values.findings.length >= 200}
      >
        {t('changeForm.finding.add')}
      </Button>
    </>
  );
};
