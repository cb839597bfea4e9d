import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    box: { padding: theme.spacing(0.5), marginLeft: theme.spacing(0.75) },
  }),
  { name: 'ChangeGuardChoiceFilter' },
);

/** Some of a few values; none chosen means all. */
export function ChoiceFilter<T extends string>(props: {
  label: string;
  options: readonly T[];
  chosen: T[];
  name: (option: T) => string;
  onChange: (chosen: T[]) => void;
}) {
  const { label, options, chosen, name, onChange } = props;
  const classes = useStyles();

  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{label}</FormLabel>
      <FormGroup>
        {options.map(option => (
          <FormControlLabel
            key={option}
            label={name(option)}
            control={
              <Checkbox
                size="small"
                color="primary"
                className={classes.box}
                checked={chosen.includes(option)}
                onChange={(_, on) =>
                  onChange(
                    options.filter(one =>
                      one === option ? on : chosen.includes(one),
                    ),
                  )
                }
              />
            }
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}
