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
import { OpenPlaces } from './useOpenPlaces';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', padding: 0, margin: theme.spacing(1, 0) },
  }),
  { name: 'ChangeGuardFindingRows' },
);

/** What breaks, one row per fact, in however many places: add, remove, and put in order, by mouse or by keyboard. */
export const FindingRows = (props: {
  form: ChangeFormState;
  places: OpenPlaces;
}) => {
  const { form, places } = props;
  const classes = useStyles();
  const t = useTexts();
  const { groups, change, move, remove, add, said } = useFindingRows(form);

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
            isOpen={places.isOpen(group)}
            onToggle={places.toggle}
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
        disabled={form.values.findings.length >= 200}
      >
        {t('changeForm.finding.add')}
      </Button>
    </>
  );
};
