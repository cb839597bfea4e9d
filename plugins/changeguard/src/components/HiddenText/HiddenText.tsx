import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    root: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'ChangeGuardHiddenText' },
);

/** A text for screen readers only; with a role such as `status` it is read out whenever it changes. */
export const HiddenText = (props: { role?: 'status'; children: ReactNode }) => (
  <span role={props.role} className={useStyles().root}>
    {props.children}
  </span>
);
