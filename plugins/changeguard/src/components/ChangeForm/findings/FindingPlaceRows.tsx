import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import { useContext } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { PlacesDisclosure } from '../../FindingGroup/PlacesDisclosure';
import { fieldId } from '../checkForm';
import { FailuresContext } from '../FailuresContext';
import type { FindingRowProps } from './FindingRow';
import { MessageField } from './MessageField';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', padding: 0, margin: 0 },
    place: { display: 'flex', alignItems: 'center' },
    fields: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    message: { overflowWrap: 'anywhere' },
  },
  { name: 'ChangeGuardFindingPlaceRows' },
);

/** What a finding says of several places: once in the fewest words, and for each place as it can be edited or taken away. */
export const FindingPlaceRows = (props: FindingRowProps) => {
  const { group, number, isOpen, onToggle, onRemove } = props;
  const classes = useStyles();
  const t = useTexts();
  const failures = useContext(FailuresContext);
  const told = group.reduce((one, other) =>
    other.message.length < one.message.length ? other : one,
  );
  const wrong = group.filter(({ key }) =>
    failures.some(({ pointer }) => pointer === `/findings/${key}/message`),
  ).length;

  return (
    <>
      <Typography className={classes.message}>{told.message}</Typography>
      <PlacesDisclosure
        count={group.length}
        about={told.message}
        id={fieldId(`/findings/${group[0].key}/places`)}
        open={isOpen}
        onToggle={() => onToggle(group, !isOpen)}
        aside={
          wrong > 0 && (
            <FormHelperText error>
              {t('changeForm.finding.wrongPlaces', { count: wrong })}
            </FormHelperText>
          )
        }
      >
        <ul className={classes.list}>
          {group.map((finding, index) => (
            <li key={finding.key} className={classes.place}>
              <div className={classes.fields}>
                {finding.operation && (
                  <Typography variant="body2">{finding.operation}</Typography>
                )}
                <MessageField {...props} finding={finding} />
              </div>
              <IconButton
                size="small"
                aria-label={t('changeForm.finding.removePlace', {
                  place: String(index + 1),
                  number: String(number),
                })}
                onClick={() => onRemove([finding.key])}
              >
                <DeleteOutlineIcon fontSize="small" />
              </IconButton>
            </li>
          ))}
        </ul>
      </PlacesDisclosure>
    </>
  );
};
