import type {
  FindingGroup,
  GroupableFinding,
} from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { PlacesDisclosure } from './PlacesDisclosure';

/** So many places are drawn at once: a schema of errors may be everywhere. */
const STEP = 25;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    place: {
      padding: theme.spacing(0.5, 0, 0.5, 1),
      overflowWrap: 'anywhere',
    },
    looked: { boxShadow: `inset 3px 0 ${theme.palette.primary.main}` },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      marginLeft: theme.spacing(-0.625),
    },
  }),
  { name: 'ChangeGuardFindingPlaces' },
);

/** In how many places a finding shows, and each of them. Draws nothing for one that shows in a single place. */
export function FindingPlaces<T extends GroupableFinding>(props: {
  group: FindingGroup<T>;
  /** Fingerprint of the place one looks at. */
  looked?: string;
  /** What can be done about all of them at once; given what keeps the focus here when the button for it is gone. */
  groupAction?: (onDone: () => void) => ReactNode;
  /** What there is to see and to do about a place. */
  actions?: (finding: T) => ReactNode;
}) {
  const { group, looked, groupAction, actions } = props;
  const { told, findings } = group;
  const classes = useStyles();
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(STEP);
  const button = useRef<HTMLButtonElement>(null);
  const firstNew = useRef<HTMLLIElement>(null);

  // The button that was used may be gone; whoever used it goes on with what it brought.
  useLayoutEffect(() => {
    if (shown > STEP) firstNew.current?.focus();
  }, [shown]);

  if (findings.length < 2) return null;
  const rest = findings.length - shown;
  const accepted = findings.filter(one => one.accepted).length;

  return (
    <PlacesDisclosure
      count={findings.length}
      about={told.message}
      buttonRef={button}
      open={open}
      onToggle={() => setOpen(!open)}
      aside={
        <>
          {accepted > 0 && (
            <Typography variant="body2" component="span">
              {t('findingGroup.accepted', {
                accepted: String(accepted),
                total: String(findings.length),
              })}
            </Typography>
          )}
          {groupAction?.(() => button.current?.focus())}
        </>
      }
    >
      <ul className={classes.list}>
        {findings.slice(0, shown).map((finding, index) => (
          <Typography
            key={`${finding.fingerprint} ${index}`}
            ref={index === shown - STEP ? firstNew : undefined}
            tabIndex={index > 0 && index === shown - STEP ? -1 : undefined}
            variant="body2"
            component="li"
            className={`${classes.place} ${
              finding.fingerprint === looked ? classes.looked : ''
            }`}
            aria-current={finding.fingerprint === looked}
          >
            {finding.operation && <div>{finding.operation}</div>}
            {(!finding.operation || finding.message !== told.message) && (
              <div>{finding.message}</div>
            )}
            {/* Buttons of all places read alike; their group says of which. */}
            {actions && (
              <div
                role="group"
                aria-label={finding.operation ?? finding.message}
                className={classes.actions}
              >
                {actions(finding)}
              </div>
            )}
          </Typography>
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          {t('findingGroup.more', { count: Math.min(rest, STEP) })}
        </Button>
      )}
    </PlacesDisclosure>
  );
}
