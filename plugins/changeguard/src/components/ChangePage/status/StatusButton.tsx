import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AffectedConsumer,
  ChangeStatus,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardReactTranslationRef,
  StatusChip,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { MoveDialog } from './MoveDialog';
import { moveName } from './moveNames';
import { useWhoHears } from './useWhoHears';

/** Where a change stands and, for who may move it, where it can go from here and whom that tells. */
export const StatusButton = (props: {
  change: SchemaChange;
  consumers: AffectedConsumer[] | undefined;
  onChanged: (change: SchemaChange) => void;
}) => {
  const { change, consumers, onChanged } = props;
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<ChangeStatus>();
  const whoHears = useWhoHears(change, consumers);
  const status = words(`status.${change.status}`);

  // The dialog outlives the moves: it says so itself when somebody else was faster.
  if (change.may.moveTo.length === 0 && !chosen)
    return <StatusChip status={change.status} />;
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        aria-label={t('changePage.move.open', { status })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {status}
      </Button>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(null)}
      >
        {change.may.moveTo.map(to => {
          const move = moveName(change.status, to);
          return (
            move && (
              <MenuItem
                key={to}
                onClick={() => {
                  setAnchor(null);
                  setChosen(to);
                }}
              >
                <ListItemText
                  primary={t(`changePage.move.to.${move}.action`)}
                  secondary={whoHears(move)}
                />
              </MenuItem>
            )
          );
        })}
      </Menu>
      {chosen && (
        <MoveDialog
          change={change}
          to={chosen}
          consumers={consumers}
          whoHears={whoHears}
          onChanged={onChanged}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
};
