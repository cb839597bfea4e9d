import type { SubscriptionMode } from '@changeguard/backstage-plugin-changeguard-common';
import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Snackbar from '@material-ui/core/Snackbar';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import NotificationsNoneIcon from '@material-ui/icons/NotificationsNone';
import NotificationsOffIcon from '@material-ui/icons/NotificationsOff';
import { useState } from 'react';
import { useSubscription } from '../../hooks/useSubscription';
import { useTexts } from '../../hooks/useTexts';

const choices = [
  { mode: null, name: 'defaultItem', help: 'defaultHelp' },
  { mode: 'follow', name: 'follow', help: 'followHelp' },
  { mode: 'mute', name: 'mute', help: 'muteHelp' },
] as const;

const shown = {
  none: { icon: <NotificationsNoneIcon />, name: 'follow' },
  follow: { icon: <NotificationsActiveIcon />, name: 'following' },
  mute: { icon: <NotificationsOffIcon />, name: 'muted' },
} as const;

/** Lets one follow or mute an entity, and says which one does. */
export const FollowMenu = (props: { entityRef: string }) => {
  const { value, choose } = useSubscription(props.entityRef);
  const t = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [error, setError] = useState<Error>();
  const mode = value?.mode ?? null;
  const { icon, name } = shown[mode ?? 'none'];

  const pick = async (next: SubscriptionMode | null) => {
    setAnchor(null);
    setError(undefined);
    try {
      await choose(next);
    } catch (failure) {
      setError(failure as Error);
    }
  };

  return (
    <>
      <Button
        startIcon={icon}
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        disabled={!value}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t(`entity.${name}`)}
      </Button>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(null)}
        MenuListProps={{ 'aria-label': t('entity.followMenu') }}
      >
        {choices.map(choice => (
          <MenuItem
            key={choice.name}
            role="menuitemradio"
            aria-checked={mode === choice.mode}
            selected={mode === choice.mode}
            onClick={() => pick(choice.mode)}
          >
            <ListItemText
              primary={t(`entity.${choice.name}`)}
              secondary={t(`entity.${choice.help}`)}
              style={{ whiteSpace: 'normal' }}
            />
          </MenuItem>
        ))}
      </Menu>
      <Snackbar open={Boolean(error)} onClose={() => setError(undefined)}>
        <div>
          {error && (
            <FailurePanel error={error} title={t('entity.followFailed')} />
          )}
        </div>
      </Snackbar>
    </>
  );
};
