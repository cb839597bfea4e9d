import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import { useTexts } from '../../../hooks/useTexts';
import { HiddenText } from '../../HiddenText/HiddenText';
import { fieldId } from '../checkForm';
import { ChangeFormState } from '../useChangeForm';
import { FindingRow } from './FindingRow';
import { useFindingRows } from './useFindingRows';

const useStyles = makeStyles(
  { list: { listStyle: 'none', padding: 0, margin: 0 } },
  { name: 'ChangeGuardFindingRows' },
);

/** What breaks, one row per fact: add, remove, and put in order, by mouse or by keyboard. */
export const FindingRows = (props: { form: ChangeFormState }) => {
  const classes = useStyles();
  const t = useTexts();
  const { rows, change, move, remove, add, said } = useFindingRows(props.form);

  return (
    <>
      <HiddenText role="status">{said}</HiddenText>
      <Typography variant="body2" color="textSecondary">
        {rows.length === 0
          ? t('changeForm.finding.none')
          : rows.length > 1 && t('changeForm.finding.keys')}
      </Typography>
      <ol className={classes.list}>
        {rows.map((row, index) => (
          <FindingRow
            key={row.key}
            finding={row}
            number={index + 1}
            isLast={index === rows.length - 1}
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
        disabled={rows.length >= 200}
      >
        {t('changeForm.finding.add')}
      </Button>
    </>
  );
};
