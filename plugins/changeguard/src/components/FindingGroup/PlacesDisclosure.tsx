import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { ReactNode, Ref, useId } from 'react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
    },
    // The label stands below the texts around it, not the button's edge.
    button: { marginLeft: theme.spacing(-0.625) },
    arrow: { transition: theme.transitions.create('transform') },
    turned: { transform: 'rotate(180deg)' },
    places: {
      margin: theme.spacing(0.5, 0, 1),
      paddingLeft: theme.spacing(1.5),
      borderLeft: `2px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'ChangeGuardPlacesDisclosure' },
);

/** In how many places something is found, and each of them for whoever opens it. */
export const PlacesDisclosure = (props: {
  /** How many places. */
  count: number;
  /** What is found there; it tells one such button from another where they are read out. */
  about: string;
  /** Of the button. */
  id?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  open: boolean;
  onToggle: () => void;
  aside?: ReactNode;
  children: ReactNode;
}) => {
  const { count, about, id, buttonRef, open, onToggle, aside, children } =
    props;
  const classes = useStyles();
  const t = useTexts();
  const placesId = useId();
  const label = t('findingGroup.places', { count });

  return (
    <>
      <div className={classes.head}>
        <Button
          id={id}
          ref={buttonRef}
          size="small"
          className={classes.button}
          onClick={onToggle}
          aria-expanded={open}
          aria-controls={placesId}
          aria-label={`${label}: ${about}`}
          endIcon={
            <ExpandMoreIcon
              className={`${classes.arrow} ${open ? classes.turned : ''}`}
            />
          }
        >
          {label}
        </Button>
        {aside}
      </div>
      <div id={placesId}>
        {open && <div className={classes.places}>{children}</div>}
      </div>
    </>
  );
};
